package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.Outbox;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Delivers what stands in the outbox. {@link #pass} does one round and may be called from several
 * threads; a delivery that was claimed by a worker that died comes back when its claim is over.
 */
public final class OutboxDispatcher {
  private static final Logger LOG = System.getLogger(OutboxDispatcher.class.getName());
  private static final int GONE = 410;

  private final Outbox outbox;
  private final WebhookTransport transport;
  private final SigningSecrets secrets;
  private final RetrySchedule schedule;
  private final InstantSource clock;
  private final WorkerId worker;
  private final Duration timeout;

  public OutboxDispatcher(
      Outbox outbox,
      WebhookTransport transport,
      SigningSecrets secrets,
      RetrySchedule schedule,
      InstantSource clock,
      WorkerId worker,
      Duration timeout) {
    this.outbox = outbox;
    this.transport = transport;
    this.secrets = secrets;
    this.schedule = schedule;
    this.clock = clock;
    this.worker = worker;
    this.timeout = timeout;
  }

  /** Claims one due delivery, sends it and stores what came of it; false when none was due. */
  public boolean pass() {
    Duration claim = timeout.multipliedBy(3);
    List<Delivery> due = outbox.claimDue(worker, clock.instant(), claim, 1);
    due.forEach(this::attempt);
    return !due.isEmpty();
  }

  private void attempt(Delivery delivery) {
    WebhookMessage message = delivery.message();
    int number = delivery.attempts().size() + 1;
    Instant at = clock.instant();
    byte[] body = Envelope.body(message, number);
    String secret = secrets.of(message.tenant()).get(0);
    DeliveryResult result =
        transport.send(
            new WebhookRequest(
                message.url(), WebhookSigner.headers(message, body, secret, at), body),
            timeout);
    settle(delivery, number, at, result);
  }

  private void settle(Delivery delivery, int number, Instant at, DeliveryResult result) {
    Integer status = result.status();
    boolean delivered = status != null && status >= 200 && status < 300;
    String error = result.error() == null && !delivered ? "answered " + status : result.error();
    DeliveryAttempt attempt =
        new DeliveryAttempt(number, at, status, error, delivered ? null : result.bodyHead());
    if (delivered) {
      outbox.recordAttempt(delivery.message().id(), attempt, Delivery.State.DELIVERED, null);
      return;
    }
    Optional<Instant> retryAt =
        status != null && status == GONE
            ? Optional.empty()
            : schedule.next(number, clock.instant(), result.retryAfter());
    LOG.log(
        retryAt.isPresent() ? Level.INFO : Level.WARNING,
        "delivery {0} of {1}, attempt {2}: {3}; {4}",
        delivery.message().id(),
        delivery.message().event(),
        number,
        error,
        retryAt.map(t -> "next at " + t).orElse("given up"));
    outbox.recordAttempt(
        delivery.message().id(),
        attempt,
        retryAt.isPresent() ? Delivery.State.PENDING : Delivery.State.DEAD,
        retryAt.orElse(null));
  }
}
