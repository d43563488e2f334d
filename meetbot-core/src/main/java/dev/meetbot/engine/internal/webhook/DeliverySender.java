package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.time.Duration;
import java.time.Instant;

/** Writes the envelope, signs it and sends it once. Thread-safe. */
public final class DeliverySender {
  private final WebhookTransport transport;
  private final SigningSecrets secrets;
  private final Duration timeout;

  public DeliverySender(WebhookTransport transport, SigningSecrets secrets, Duration timeout) {
    this.transport = transport;
    this.secrets = secrets;
    this.timeout = timeout;
  }

  /** How long one attempt may take. */
  Duration timeout() {
    return timeout;
  }

  /**
   * Blocks until there is an answer, or no more hope of one.
   *
   * @param attempt from 1
   */
  public DeliveryResult send(WebhookMessage message, int attempt, Instant now) {
    byte[] body = Envelope.body(message, attempt);
    WebhookRequest request =
        new WebhookRequest(
            message.url(),
            WebhookSigner.headers(message, body, secrets.of(message.tenant()), attempt, now),
            body);
    return transport.send(request, timeout);
  }

  /** Whether the receiver took it. */
  public static boolean delivered(DeliveryResult result) {
    return result.status() != null && result.status() / 100 == 2;
  }

  /** What went wrong, for people. */
  public static String error(DeliveryResult result) {
    return result.error() == null ? "answered " + result.status() : result.error();
  }
}
