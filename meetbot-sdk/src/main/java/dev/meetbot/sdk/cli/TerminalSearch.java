package dev.meetbot.sdk.cli;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds out what the streams of this process are; the only place that asks the system. */
final class TerminalSearch {
  private static final int DEFAULT_COLUMNS = 80;
  private static final Pattern SIZE = Pattern.compile("\\d+ (\\d+)\\s*");

  private TerminalSearch() {}

  static Terminal find(UnaryOperator<@Nullable String> environment) {
    boolean out = isTerminal(1);
    String noColour = environment.apply("NO_COLOR");
    boolean dumb = "dumb".equals(environment.apply("TERM"));
    return new Terminal(
        System.in,
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        out && !dumb,
        isTerminal(2) && !dumb,
        () -> columns(environment.apply("COLUMNS")),
        out && !dumb && (noColour == null || noColour.isEmpty()));
  }

  // JSON is UTF-8 whatever the locale says
  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /** Java knows only whether input and output both are terminals; Linux tells of each. */
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
      } catch (IOException e) {
        return false;
      }
    }
    return System.console() != null;
  }

  static int columns(@Nullable String given) {
    if (given != null && given.matches("[1-9][0-9]{0,3}")) {
      return Integer.parseInt(given);
    }
    try {
      Process size =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(size.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      size.waitFor(1, TimeUnit.SECONDS);
      Matcher matcher = SIZE.matcher(text);
      int columns = matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
      return columns > 0 ? columns : DEFAULT_COLUMNS;
    } catch (IOException e) {
      return DEFAULT_COLUMNS;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return DEFAULT_COLUMNS;
    }
  }
}
