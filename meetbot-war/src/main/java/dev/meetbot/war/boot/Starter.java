package dev.meetbot.war.boot;

import dev.meetbot.provider.jpa.DatabaseInUseException;
import dev.meetbot.war.settings.SettingsException;
import jakarta.servlet.ServletContext;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whoever started the server. {@code java -jar} says by attributes of the context where it wants to
 * be told; on other servers nobody does, and the log has to do.
 */
final class Starter {
  static final String OUT = "dev.meetbot.start.out";
  static final String FAILURE = "dev.meetbot.start.failure";

  private Starter() {}

  /** Where texts for a person go. */
  static PrintStream out(ServletContext context) {
    return context.getAttribute(OUT) instanceof PrintStream out ? out : System.out;
  }

  /** Tells why the start fails; nothing happens when nobody asked to be told. */
  static void tell(ServletContext context, String reason) {
    if (context.getAttribute(FAILURE) instanceof Consumer<?> failure) {
      @SuppressWarnings("unchecked") // the attribute is the launcher's, and it takes texts
      Consumer<String> texts = (Consumer<String>) failure;
      texts.accept(reason);
    }
  }

  /**
   * The failure as one line, when it is one that the person who starts the server can mend; empty
   * for all others, whose stack trace is needed.
   */
  static Optional<String> reason(RuntimeException failure) {
    if (failure instanceof SettingsException) {
      return Optional.of(String.valueOf(failure.getMessage()).replace("\n", "; "));
    }
    return failure instanceof DatabaseInUseException
        ? Optional.ofNullable(failure.getMessage())
        : Optional.empty();
  }
}
