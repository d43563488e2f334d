package dev.meetbot.sdk;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Jobs over pages; a page is fetched when the one before is used up. */
final class JobPages extends Spliterators.AbstractSpliterator<Job> {
  private final Function<@Nullable String, JobPage> fetch;
  private Iterator<Job> page = List.<Job>of().iterator();
  private @Nullable String cursor;
  private boolean last;

  JobPages(Function<@Nullable String, JobPage> fetch) {
    super(Long.MAX_VALUE, ORDERED | NONNULL);
    this.fetch = fetch;
  }

  @Override
  public boolean tryAdvance(Consumer<? super Job> action) {
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
    JobPage fetched = fetch.apply(cursor);
    String next = fetched.nextCursor();
    if (next != null && next.equals(cursor)) {
      // else the stream would never end
      throw new MeetbotResponseException("a page names itself as the next one", null);
    }
    page = fetched.jobs().iterator();
    cursor = next;
    last = next == null;
  }
}
