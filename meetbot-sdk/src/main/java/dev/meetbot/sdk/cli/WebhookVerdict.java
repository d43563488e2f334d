package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.WebhookSignature;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a webhook that came is meetbot's. */
enum WebhookVerdict {
  GENUINE(""),
  UNSIGNED("it has no signature"),
  FORGED("its signature is wrong: another secret, or other bytes"),
  OLD("its signature is right, but of another time: a repeat, or a clock that is wrong");

  private final String reason;

  WebhookVerdict(String reason) {
    this.reason = reason;
  }

  String reason() {
    return reason;
  }

  /**
   * By the headers of Standard Webhooks where they are there, because those have a time, else by
   * meetbot's own one. Pure.
   *
   * @param headers gives a header by its lower-case name
   */
  static WebhookVerdict of(
      byte[] body, Function<String, @Nullable String> headers, String secret, Instant now) {
    String own = headers.apply("x-meetbot-signature");
    String standard = headers.apply("webhook-signature");
    if (own == null && standard == null) {
      return UNSIGNED;
    }
    if (standard != null && WebhookSignature.verifyStandard(body, headers, secret, now)) {
      return GENUINE;
    }
    if (!WebhookSignature.verify(body, own, secret)) {
      return FORGED;
    }
    return standard == null ? GENUINE : OLD;
  }
}
