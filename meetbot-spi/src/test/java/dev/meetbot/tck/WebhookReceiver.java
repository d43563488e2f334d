package dev.meetbot.tck;

import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.net.URI;
import java.util.Optional;

/** The far end of a {@link WebhookTransport} in a test, whatever it is made of. */
public interface WebhookReceiver extends AutoCloseable {
  /** A transport that sends there. */
  WebhookTransport transport();

  /** Where it is. */
  URI url();

  /**
   * The next message that arrived, as whoever reads it there would put it together again; empty
   * when there is none yet. Headers of the way itself may have been added.
   */
  default Optional<WebhookRequest> next() {
    return Optional.empty();
  }

  @Override
  void close();
}
