package dev.meetbot.sdk;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What became of webhooks, as futures; {@link WebhooksClient} waits. Threads, errors and closing
 * are those of the {@link AsyncMeetBot} that it is from.
 */
public final class AsyncWebhooksClient {
  private final Sender sender;

  AsyncWebhooksClient(Sender sender) {
    this.sender = sender;
  }

  /** A job's deliveries with their attempts, in the order of their events. */
  public CompletableFuture<List<Delivery>> deliveries(String jobId) {
    return sender.within(
        sender.requests().deliveries(jobId), DeliveryList.class, DeliveryList::deliveries);
  }

  /** Sends a delivered or dead one again, under its id; enables its URL, if that was disabled. */
  public CompletableFuture<Delivery> redeliver(String deliveryId) {
    return redeliver(deliveryId, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<Delivery> redeliver(String deliveryId, String idempotencyKey) {
    String path = "/api/v1/deliveries/" + Wire.segment(deliveryId) + "/redeliver";
    return sender.model(sender.requests().posted(path, idempotencyKey), Delivery.class);
  }

  /** Has the server send one {@code webhook.test} event there, at once. */
  public CompletableFuture<WebhookTestResult> test(String url) {
    return test(Map.of("url", url), sender.newKey());
  }

  /**
   * The same.
   *
   * @param version of the envelope, 1 or 2
   */
  public CompletableFuture<WebhookTestResult> test(String url, int version) {
    return test(url, version, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<WebhookTestResult> test(String url, int version, String idempotencyKey) {
    return test(Map.of("url", url, "version", version), idempotencyKey);
  }

  /** Makes a new signing secret, which is shown only in this answer; both sign for 24 hours. */
  public CompletableFuture<SecretRotation> rotateSecret() {
    return rotateSecret(sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<SecretRotation> rotateSecret(String idempotencyKey) {
    return sender.model(
        sender.requests().posted("/api/v1/webhooks/rotate-secret", idempotencyKey),
        SecretRotation.class);
  }

  private CompletableFuture<WebhookTestResult> test(Map<String, ?> body, String idempotencyKey) {
    return sender.model(
        sender.requests().posted("/api/v1/webhooks/test", idempotencyKey, body),
        WebhookTestResult.class);
  }
}
