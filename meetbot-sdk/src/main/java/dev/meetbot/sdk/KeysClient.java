package dev.meetbot.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tenant's keys. Needs a live key. Threads, errors and closing are those of the {@link MeetBot}
 * that it is from; {@link AsyncKeysClient} has the same methods and gives futures.
 */
public final class KeysClient {
  private final AsyncKeysClient async;

  KeysClient(AsyncKeysClient async) {
    this.async = async;
  }

  /** Makes a key, which is shown only in this answer. */
  public NewApiKey create(KeyRequest request) {
    return Await.result(async.create(request));
  }

  /** All keys, also those that are revoked or have expired. */
  public List<ApiKey> list() {
    return Await.result(async.list());
  }

  /** The key of that id; empty when there is none. */
  public Optional<ApiKey> get(String keyId) {
    return Await.result(async.get(keyId));
  }

  /** Revokes a key from the next request on; running bots go on. Again it does nothing. */
  public void revoke(String keyId) {
    Await.result(async.revoke(keyId));
  }

  /** Makes a key in place of that one, which goes on for a day. */
  public NewApiKey rotate(String keyId) {
    return Await.result(async.rotate(keyId));
  }

  /**
   * The same.
   *
   * @param overlap how long the old key goes on, in whole seconds; at most 7 days, 0 for not at all
   * @throws MeetbotConflictException when the key is revoked or has expired
   */
  public NewApiKey rotate(String keyId, Duration overlap) {
    return Await.result(async.rotate(keyId, overlap));
  }

  /** The same, under the caller's own key against doubles. */
  public NewApiKey rotate(String keyId, Duration overlap, String idempotencyKey) {
    return Await.result(async.rotate(keyId, overlap, idempotencyKey));
  }
}
