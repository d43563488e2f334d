package dev.meetbot.sdk;

import java.util.List;

/**
 * What became of webhooks. Threads, errors and closing are those of the {@link MeetBot} that it is
 * from; {@link AsyncWebhooksClient} has the same methods and gives futures.
 */
public final class WebhooksClient {
  private final AsyncWebhooksClient async;

  WebhooksClient(AsyncWebhooksClient async) {
    this.async = async;
  }

  /** A job's deliveries with their attempts, in the order of their events. */
  public List<Delivery> deliveries(String jobId) {
    return Await.result(async.deliveries(jobId));
  }

  /** Sends a delivered or dead one again, under its id; enables its URL, if that was disabled. */
  public Delivery redeliver(String deliveryId) {
    return Await.result(async.redeliver(deliveryId));
  }

  /** The same, under the caller's own key against doubles. */
  public Delivery redeliver(String deliveryId, String idempotencyKey) {
    return Await.result(async.redeliver(deliveryId, idempotencyKey));
  }

  /** Has the server send one {@code webhook.test} event there, at once. */
  public WebhookTestResult test(String url) {
    return Await.result(async.test(url));
  }

  /**
   * The same.
   *
   * @param version of the envelope, 1 or 2
   */
  public WebhookTestResult test(String url, int version) {
    return Await.result(async.test(url, version));
  }

  /** The same, under the caller's own key against doubles. */
  public WebhookTestResult test(String url, int version, String idempotencyKey) {
    return Await.result(async.test(url, version, idempotencyKey));
  }

  /**
   * Makes a new signing secret, which is shown only in this answer; both sign for 24 hours. Needs a
   * live key.
   */
  public SecretRotation rotateSecret() {
    return Await.result(async.rotateSecret());
  }

  /** The same, under the caller's own key against doubles. */
  public SecretRotation rotateSecret(String idempotencyKey) {
    return Await.result(async.rotateSecret(idempotencyKey));
  }
}
