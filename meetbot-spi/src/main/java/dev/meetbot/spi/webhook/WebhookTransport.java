package dev.meetbot.spi.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Moves the bytes of webhooks; signing, retries and order are the engine's. Thread-safe. */
public interface WebhookTransport extends AutoCloseable {
  /**
   * Sends once and waits for the answer; follows no redirects.
   *
   * @return what came back; network faults and timeouts are results too, never exceptions
   */
  DeliveryResult send(WebhookRequest request, Duration timeout);

  /**
   * Why {@link #send} would certainly refuse that target, for people; empty when it may be sent to,
   * or when only a look-up of its name can tell. Does not block.
   */
  default Optional<String> refusal(URI url) {
    return Optional.empty();
  }

  /** A second call does nothing. */
  @Override
  void close();
}
