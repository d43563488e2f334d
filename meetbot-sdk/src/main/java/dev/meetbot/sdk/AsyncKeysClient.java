package dev.meetbot.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's keys, as futures; {@link KeysClient} waits. Needs a live key. Threads, errors and
 * closing are those of the {@link AsyncMeetBot} that it is from.
 */
public final class AsyncKeysClient {
  private static final String KEYS = "/api/v1/keys";

  private final Sender sender;

  AsyncKeysClient(Sender sender) {
    this.sender = sender;
  }

  /** Makes a key, which is shown only in this answer. */
  public CompletableFuture<NewApiKey> create(KeyRequest request) {
    String key = request.findIdempotencyKey().orElseGet(sender::newKey);
    return sender.model(sender.requests().posted(KEYS, key, request.wire()), NewApiKey.class);
  }

  /** All keys, also those that are revoked or have expired. */
  public CompletableFuture<List<ApiKey>> list() {
    return sender.within(sender.requests().got(KEYS, Map.of()), ApiKeyList.class, ApiKeyList::keys);
  }

  /** The key of that id; empty when there is none. */
  public CompletableFuture<Optional<ApiKey>> get(String keyId) {
    return sender.found(sender.requests().got(path(keyId), Map.of()), ApiKey.class);
  }

  /** Revokes a key from the next request on; running bots go on. Again it does nothing. */
  public CompletableFuture<@Nullable Void> revoke(String keyId) {
    return sender.nothing(sender.requests().deleted(path(keyId)));
  }

  /** Makes a key in place of that one, which goes on for a day. */
  public CompletableFuture<NewApiKey> rotate(String keyId) {
    return sender.model(
        sender.requests().posted(path(keyId) + "/rotate", sender.newKey()), NewApiKey.class);
  }

  /**
   * The same.
   *
   * @param overlap how long the old key goes on, in whole seconds; at most 7 days, 0 for not at all
   */
  public CompletableFuture<NewApiKey> rotate(String keyId, Duration overlap) {
    return rotate(keyId, overlap, sender.newKey());
  }

  /** The same, under the caller's own key against doubles. */
  public CompletableFuture<NewApiKey> rotate(
      String keyId, Duration overlap, String idempotencyKey) {
    Map<String, Long> body = Map.of("overlapSeconds", overlap.toSeconds());
    return sender.model(
        sender.requests().posted(path(keyId) + "/rotate", idempotencyKey, body), NewApiKey.class);
  }

  private static String path(String keyId) {
    return KEYS + "/" + Wire.segment(keyId);
  }
}
