package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.webhook.DeliveryResult;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Makes one attempt at a claimed delivery, and stores what came of it. Thread-safe. */
final class DeliveryAttempts {
  private static final Logger LOG = System.getLogger(DeliveryAttempts.class.getName());
  private static final int GONE = 410;

  private final Outbox outbox;
  private final DeliverySender sender;
  private final RetrySchedule schedule;
  private final InstantSource clock;

  DeliveryAttempts(
      Outbox outbox, DeliverySender sender, RetrySchedule schedule, InstantSource clock) {
    this.outbox = outbox;
    this.sender = sender;
    this.schedule = schedule;
    this.clock = clock;
  }

  /**
   * Blocks for as long as an attempt takes. An interrupted attempt is not stored: the delivery is
   * free again when its claim is over.
   */
  void attempt(Delivery delivery) {
    WebhookMessage message = delivery.message();
    int number = delivery.attempts().size() + 1;
    Instant at = clock.instant();
    Optional<String> disabled = outbox.disabled(message.tenant(), message.url());
    if (disabled.isPresent()) {
      store(
          delivery,
          new DeliveryAttempt(number, at, null, "not sent: " + disabled.get(), null),
          Optional.empty());
      return;
    }
    DeliveryResult result = sender.send(message, number, at);
    if (!Thread.currentThread().isInterrupted()) {
      settle(delivery, number, at, result);
    }
  }

  private void settle(Delivery delivery, int number, Instant at, DeliveryResult result) {
    WebhookMessage message = delivery.message();
    Integer status = result.status();
    if (DeliverySender.delivered(result)) {
      outbox.recordAttempt(
          message.id(),
          new DeliveryAttempt(number, at, status, null, null),
          Delivery.State.DELIVERED,
          null);
      return;
    }
    boolean gone = status != null && status == GONE;
    if (gone) {
      String reason = "the URL is disabled, since it answered 410 Gone at " + Envelope.time(at);
      outbox.disable(message.tenant(), message.url(), reason, clock.instant());
    }
    store(
        delivery,
        new DeliveryAttempt(number, at, status, DeliverySender.error(result), result.bodyHead()),
        gone ? Optional.empty() : schedule.next(number, clock.instant(), result.retryAfter()));
  }

  private void store(Delivery delivery, DeliveryAttempt attempt, Optional<Instant> retryAt) {
    LOG.log(
        retryAt.isPresent() ? Level.DEBUG : Level.INFO,
        "delivery {0} of {1}, attempt {2}: {3}; {4}",
        delivery.message().id(),
        delivery.message().event(),
        attempt.number(),
        attempt.error(),
        retryAt.map(t -> "next at " + t).orElse("given up"));
    outbox.recordAttempt(
        delivery.message().id(),
        attempt,
        retryAt.isPresent() ? Delivery.State.PENDING : Delivery.State.DEAD,
        retryAt.orElse(null));
  }
}
