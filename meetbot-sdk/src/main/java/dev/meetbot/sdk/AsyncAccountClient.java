package dev.meetbot.sdk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that the key is of, as futures; {@link AccountClient} waits. Threads, errors and
 * closing are those of the {@link AsyncMeetBot} that it is from.
 */
public final class AsyncAccountClient {
  private static final String ME = "/api/v1/consumers/me";

  private final Sender sender;

  AsyncAccountClient(Sender sender) {
    this.sender = sender;
  }

  /** Whose key this is. */
  public CompletableFuture<Tenant> me() {
    return sender.model(sender.requests().got(ME, Map.of()), Tenant.class);
  }

  /** What is left, and the newest lines of the ledger. Needs a live key. */
  public CompletableFuture<Credit> credit() {
    return credit(null, null);
  }

  /**
   * The same, with a page of the ledger.
   *
   * @param limit how many lines the page has, 1 to 200; null for the server's 50
   * @param cursor {@link Credit#nextCursor()} of the page before; null for the first
   */
  public CompletableFuture<Credit> credit(@Nullable Integer limit, @Nullable String cursor) {
    Map<String, String> query = new LinkedHashMap<>();
    if (limit != null) {
      query.put("limit", limit.toString());
    }
    if (cursor != null) {
      query.put("cursor", cursor);
    }
    return sender.model(sender.requests().got("/api/v1/credit", query), Credit.class);
  }

  /**
   * Deletes the tenant with its jobs, recordings and keys, for good; bots that are under way are
   * called back. The key that asked opens nothing any more. Needs a live key.
   */
  public CompletableFuture<@Nullable Void> eraseMe() {
    return sender.nothing(sender.requests().deleted(ME));
  }
}
