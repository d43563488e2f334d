package dev.meetbot.model;

import java.time.Instant;
import java.util.List;

/**
 * A message with the story of its attempts.
 *
 * @param nextAttemptAt when it is due; meaningless unless pending
 */
public record Delivery(
    WebhookMessage message, State state, Instant nextAttemptAt, List<DeliveryAttempt> attempts) {
  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /** Where a delivery stands. */
  public enum State {
    PENDING,
    DELIVERED,
    DEAD
  }
}
