package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.TestDelivery;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/** What came of a test event, on the wire. */
@JsonbPropertyOrder({"deliveryId", "delivered", "status", "error", "durationMs"})
public record TestDeliveryDto(
    String deliveryId,
    boolean delivered,
    @Nullable Integer status,
    @Nullable String error,
    long durationMs) {
  public static TestDeliveryDto from(TestDelivery test) {
    return new TestDeliveryDto(
        test.id().value(), test.delivered(), test.status(), test.error(), test.took().toMillis());
  }
}
