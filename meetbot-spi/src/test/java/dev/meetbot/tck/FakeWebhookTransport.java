package dev.meetbot.tck;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A transport that keeps what it was to send, and answers as a test says. Thread-safe. */
public final class FakeWebhookTransport implements WebhookTransport {
  private final List<WebhookRequest> accepted = new CopyOnWriteArrayList<>();
  private volatile DeliveryResult answer = DeliveryResult.answered(200, null, "");

  /** From now on every request gets this answer; only those with a 2xx are kept. */
  public void answer(DeliveryResult result) {
    answer = result;
  }

  /** The bodies that were accepted, in order. */
  public List<String> bodies() {
    return accepted.stream().map(r -> new String(r.body(), StandardCharsets.UTF_8)).toList();
  }

  @Override
  public DeliveryResult send(WebhookRequest request, Duration timeout) {
    DeliveryResult result = answer;
    Integer status = result.status();
    if (status != null && status / 100 == 2) {
      accepted.add(request);
    }
    return result;
  }

  @Override
  public void close() {
    // nothing to release
  }
}
