package dev.meetbot.model;

/** Identity of a webhook delivery ({@code dlv_} and a ULID); the same over all its attempts. */
public record DeliveryId(String value) {
  public DeliveryId {
    Checks.text(value, 1, 64, "delivery id");
  }

  @Override
  public String toString() {
    return value;
  }
}
