package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test event.
 *
 * @param deliveryId the receiver saw it in {@code X-Meetbot-Delivery}
 * @param delivered whether the receiver took it
 * @param status of the receiver's answer; null when there was none
 * @param error why it was not taken
 * @param durationMs how long it took, in milliseconds
 */
public record WebhookTestResult(
    String deliveryId,
    boolean delivered,
    @Nullable Integer status,
    @Nullable String error,
    long durationMs) {
  /** Checks that it is such an answer. */
  @JsonbCreator
  public WebhookTestResult {
    Given.there(deliveryId, "deliveryId");
  }
}
