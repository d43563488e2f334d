package dev.meetbot.sdk.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A bar on the error stream while a file comes; nothing where that is no terminal. */
final class Progress implements LongConsumer, AutoCloseable {
  private static final int BAR = 24;
  // more often nobody sees it
  private static final Duration BETWEEN = Duration.ofMillis(100);

  private final String name;
  private final long total;
  private final Outside outside;
  private final @Nullable LiveLine live;
  private final Instant began;
  private Instant shown = Instant.EPOCH;
  private long first = -1;

  Progress(Session session, String name, long total) {
    this.name = Words.clean(name);
    this.total = total;
    this.outside = session.outside();
    Terminal terminal = session.terminal();
    this.live =
        terminal.errIsTerminal() && !session.json() ? session.liveLine(terminal.err()) : null;
    this.began = outside.clock().instant();
  }

  @Override
  public synchronized void accept(long bytes) {
    Instant now = outside.clock().instant();
    first = first < 0 ? bytes : first;
    if (live != null && Duration.between(shown, now).compareTo(BETWEEN) >= 0) {
      shown = now;
      live.show(text(name, bytes, total, bytes - first, Duration.between(began, now)));
    }
  }

  /** The line; the speed is that of what came now, not of what was there before. Pure. */
  static String text(String name, long bytes, long total, long came, Duration time) {
    double share = total <= 0 ? 0 : Math.min(1, (double) bytes / total);
    int full = (int) (share * BAR);
    String bar =
        total <= 0
            ? ""
            : "  [" + "#".repeat(full) + ".".repeat(BAR - full) + "] " + (int) (share * 100) + "%";
    String speed =
        time.toMillis() < 500 ? "" : "  " + Words.bytes(came * 1000 / time.toMillis()) + "/s";
    return name
        + bar
        + "  "
        + Words.bytes(bytes)
        + (total <= 0 ? "" : " of " + Words.bytes(total))
        + speed;
  }

  @Override
  public synchronized void close() {
    if (live != null) {
      live.clear();
    }
  }
}
