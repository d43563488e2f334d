package dev.meetbot.sdk;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tenant that the key is of. Threads, errors and closing are those of the {@link MeetBot} that
 * it is from; {@link AsyncAccountClient} has the same methods and gives futures.
 */
public final class AccountClient {
  private final AsyncAccountClient async;

  AccountClient(AsyncAccountClient async) {
    this.async = async;
  }

  /** Whose key this is. */
  public Tenant me() {
    return Await.result(async.me());
  }

  /** What is left, and the newest lines of the ledger. Needs a live key. */
  public Credit credit() {
    return Await.result(async.credit());
  }

  /**
   * The same, with a page of the ledger.
   *
   * @param limit how many lines the page has, 1 to 200; null for the server's 50
   * @param cursor {@link Credit#nextCursor()} of the page before; null for the first
   */
  public Credit credit(@Nullable Integer limit, @Nullable String cursor) {
    return Await.result(async.credit(limit, cursor));
  }

  /**
   * The ledger, the newest line first. A page is fetched when the stream comes to it; its errors
   * are thrown there. Needs a live key.
   */
  public Stream<Credit.Entry> ledger() {
    return Pages.stream(
        cursor -> {
          Credit credit = credit(null, cursor);
          return new Pages.Page<>(credit.entries(), credit.nextCursor());
        });
  }

  /**
   * Deletes the tenant with its jobs, recordings and keys, for good; bots that are under way are
   * called back. The key that asked opens nothing any more. Needs a live key.
   */
  public void eraseMe() {
    Await.result(async.eraseMe());
  }
}
