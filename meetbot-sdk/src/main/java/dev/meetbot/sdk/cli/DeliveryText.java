package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Delivery;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries as people read them. Pure. */
final class DeliveryText {
  private DeliveryText() {}

  static List<String> card(Delivery delivery, ZoneId zone) {
    return new Card()
        .row("delivery", delivery.deliveryId())
        .row("event", delivery.event())
        .row("job", delivery.jobId())
        .row("state", delivery.state())
        .row("url", Words.address(delivery.url()))
        .row("tries", delivery.attempts().size())
        .row("last answer", lastAnswer(delivery))
        .row("next try", Words.date(delivery.nextAttemptAt(), zone))
        .lines();
  }

  static String lastAnswer(Delivery delivery) {
    if (delivery.attempts().isEmpty()) {
      return "";
    }
    Delivery.Attempt last = delivery.attempts().get(delivery.attempts().size() - 1);
    return answer(last.status(), last.error());
  }

  /** A status, what was wrong, or both. */
  static String answer(@Nullable Integer status, @Nullable String error) {
    String number = status == null ? "" : status.toString();
    String reason = Words.clean(error);
    return number.isEmpty() || reason.isEmpty() ? number + reason : number + ", " + reason;
  }
}
