package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.util.List;

/** Deliveries, as the API lists them. */
public record DeliveryList(List<Delivery> deliveries) {
  /** Checks that it is such a list, and copies it. */
  @JsonbCreator
  public DeliveryList {
    Given.there(deliveries, "deliveries");
    deliveries = Given.list(deliveries);
  }
}
