package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook message and the story of its attempts.
 *
 * @param deliveryId the same over all attempts
 * @param event its name, such as {@code job.finalized}
 * @param url where it goes
 * @param version of the envelope, 1 or 2
 * @param state {@code pending}, {@code delivered} or {@code dead}
 * @param nextAttemptAt null when there is none to come
 * @param attempts the oldest first
 */
public record Delivery(
    String deliveryId,
    String jobId,
    String event,
    String url,
    int version,
    String state,
    @Nullable Instant emittedAt,
    @Nullable Instant nextAttemptAt,
    List<Attempt> attempts) {
  /** Checks that it is a delivery, and copies its attempts. */
  @JsonbCreator
  public Delivery {
    Given.there(deliveryId, "deliveryId");
    Given.there(state, "state");
    attempts = Given.list(attempts);
  }

  /** Without its address, in which tokens may stand. */
  @Override
  public String toString() {
    return "Delivery[" + deliveryId + ", " + event + ", " + state + "]";
  }

  /**
   * One attempt.
   *
   * @param attempt from 1
   * @param status of the receiver's answer; null when there was none
   * @param error why it was none, or no good one
   * @param responseHead the beginning of the answer, up to 4 KiB
   */
  public record Attempt(
      int attempt,
      @Nullable Instant at,
      @Nullable Integer status,
      @Nullable String error,
      @Nullable String responseHead) {
    /** As the server said it. */
    @JsonbCreator
    public Attempt {}
  }
}
