package dev.meetbot.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What stands on pages; a page is fetched when the one before is used up. */
final class Pages<T> extends Spliterators.AbstractSpliterator<T> {
  /**
   * A page.
   *
   * @param next by what the next one is asked for; null when there is none
   */
  record Page<T>(List<T> items, @Nullable String next) {}

  private final Function<@Nullable String, Page<T>> fetch;
  private Iterator<T> page = List.<T>of().iterator();
  private @Nullable String cursor;
  private boolean last;

  private Pages(Function<@Nullable String, Page<T>> fetch) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.fetch = fetch;
  }

  static <T> Stream<T> stream(Function<@Nullable String, Page<T>> fetch) {
    return StreamSupport.stream(new Pages<>(fetch), false);
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    while (!page.hasNext() && !last) {
      turn();
    }
    if (page.hasNext()) {
      action.accept(page.next());
      return true;
    }
    return false;
  }

  private void turn() {
    Page<T> fetched = fetch.apply(cursor);
    String next = fetched.next();
    if (next != null && next.equals(cursor)) {
      // else the stream would never end
      throw new MeetbotResponseException("a page names itself as the next one", null);
    }
    page = fetched.items().iterator();
    cursor = next;
    last = next == null;
  }
}
