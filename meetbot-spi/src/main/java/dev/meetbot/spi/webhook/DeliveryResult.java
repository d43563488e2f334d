package dev.meetbot.spi.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What came back.
 *
 * @param status HTTP status; null when there was no answer
 * @param retryAfter the header of that name as sent; null when absent
 * @param bodyHead at most the first 4 KiB of the answer as text; null when there was no answer
 * @param error why there was no answer, for people; null when there was one
 */
public record DeliveryResult(
    @Nullable Integer status,
    @Nullable String retryAfter,
    @Nullable String bodyHead,
    @Nullable String error) {
  /** An answer. */
  public static DeliveryResult answered(
      int status, @Nullable String retryAfter, @Nullable String bodyHead) {
    return new DeliveryResult(status, retryAfter, bodyHead, null);
  }

  /** No answer. */
  public static DeliveryResult unreachable(String error) {
    return new DeliveryResult(null, null, null, error);
  }
}
