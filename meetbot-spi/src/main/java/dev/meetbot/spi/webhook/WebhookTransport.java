package dev.meetbot.spi.webhook;

import java.time.Duration;

/** Moves the bytes of webhooks; signing, retries and order are the engine's. Thread-safe. */
public interface WebhookTransport extends AutoCloseable {
  /**
   * Sends once and waits for the answer; follows no redirects.
   *
   * @return what came back; network faults and timeouts are results too, never exceptions
   */
  DeliveryResult send(WebhookRequest request, Duration timeout);

  /** A second call does nothing. */
  @Override
  void close();
}
