package dev.meetbot.model;

/** Identity of a tenant; also the first segment of every artifact key that the tenant owns. */
public record TenantId(String value) {
  public TenantId {
    Checks.text(value, 1, 64, "tenant id");
  }

  @Override
  public String toString() {
    return value;
  }
}
