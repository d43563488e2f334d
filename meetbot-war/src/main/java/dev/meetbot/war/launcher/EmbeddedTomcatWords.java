package dev.meetbot.war.launcher;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the application says to whoever started it, kept back until the log of the start is written.
 * The application finds both ends as attributes of its context, in types of the JDK: it knows no
 * class of the launcher. Thread-safe.
 */
final class EmbeddedTomcatWords {
  /** A {@link PrintStream} for what a person must read. */
  static final String OUT = "dev.meetbot.start.out";

  /** A {@code Consumer<String>} that takes the reason why the start fails, one line. */
  static final String FAILURE = "dev.meetbot.start.failure";

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(kept, true, StandardCharsets.UTF_8);
  private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
  private final PrintStream console;

  EmbeddedTomcatWords(PrintStream console) {
    this.console = console;
  }

  PrintStream out() {
    return out;
  }

  Consumer<String> failed() {
    return failure::set;
  }

  /** The reason that the application gave; null when it gave none. */
  @Nullable String failure() {
    return failure.get();
  }

  /** Prints what was kept; a second call prints what has come since. */
  synchronized void release() {
    console.print(kept.toString(StandardCharsets.UTF_8));
    console.flush();
    kept.reset();
  }
}
