package dev.meetbot.engine.internal.metrics;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A transport whose answers are counted.
 *
 * @param outcomes takes {@code 2xx} to {@code 5xx}, or {@code unreachable}
 */
public record CountedTransport(WebhookTransport transport, Consumer<String> outcomes)
    implements WebhookTransport {
  @Override
  public DeliveryResult send(WebhookRequest request, Duration timeout) {
    DeliveryResult result = transport.send(request, timeout);
    outcomes.accept(outcome(result));
    return result;
  }

  @Override
  public Optional<String> refusal(URI url) {
    return transport.refusal(url);
  }

  static String outcome(DeliveryResult result) {
    Integer status = result.status();
    return status == null ? "unreachable" : status / 100 + "xx";
  }

  @Override
  public void close() {
    transport.close();
  }
}
