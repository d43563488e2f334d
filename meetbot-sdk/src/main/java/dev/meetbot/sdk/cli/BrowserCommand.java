package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** With which program a page is opened. */
final class BrowserCommand {
  private BrowserCommand() {}

  /** Starts it and does not wait for its end; false when there is none. */
  static boolean open(URI page, String system, UnaryOperator<@Nullable String> environment) {
    List<String> command = of(page, system, environment);
    if (command.isEmpty()) {
      return false;
    }
    try {
      new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** The command and the address as its last argument; empty when nothing can show a page. Pure. */
  static List<String> of(URI page, String system, UnaryOperator<@Nullable String> environment) {
    // a server must not choose a file or a program to be opened
    if (!"https".equalsIgnoreCase(page.getScheme()) && !"http".equalsIgnoreCase(page.getScheme())) {
      return List.of();
    }
    List<String> command = new ArrayList<>(program(system.toLowerCase(Locale.ROOT), environment));
    if (!command.isEmpty()) {
      command.add(page.toASCIIString());
    }
    return command;
  }

  private static List<String> program(String system, UnaryOperator<@Nullable String> environment) {
    String chosen = environment.apply("BROWSER");
    if (chosen != null && !chosen.isBlank()) {
      return List.of(chosen.trim().split("\\s+"));
    }
    if (system.contains("mac")) {
      return List.of("open");
    }
    if (system.contains("windows")) {
      return List.of("rundll32", "url.dll,FileProtocolHandler");
    }
    // without a screen xdg-open would start a browser in this very terminal
    boolean screen =
        environment.apply("DISPLAY") != null || environment.apply("WAYLAND_DISPLAY") != null;
    return screen ? List.of("xdg-open") : List.of();
  }
}
