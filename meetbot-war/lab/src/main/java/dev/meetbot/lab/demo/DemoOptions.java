package dev.meetbot.lab.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param json whether the report goes to standard output as one JSON object
 * @param seconds how long the recorded talk lasts
 * @param war the packed server
 * @param out where all files are left
 */
record DemoOptions(boolean json, int seconds, Path war, Path out) {
  static final String USAGE = "usage: bin/demo [--json] [--seconds 30..600]";

  /** Thrown with one line for the user. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static DemoOptions parse(List<String> arguments) {
    boolean json = false;
    int seconds = 30;
    Path war = Path.of("meetbot-war/target/meetbot.war");
    Path out = Path.of("target/demo");
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String flag = rest.removeFirst();
      switch (flag) {
        case "--json" -> json = true;
        case "--seconds" -> seconds = seconds(value(flag, rest));
        case "--war" -> war = Path.of(value(flag, rest));
        case "--out" -> out = Path.of(value(flag, rest));
        default -> throw new Unusable("unknown option " + flag + "; " + USAGE);
      }
    }
    return new DemoOptions(json, seconds, war.toAbsolutePath(), out.toAbsolutePath());
  }

  private static String value(String flag, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new Unusable(flag + " needs a value; " + USAGE);
    }
    return rest.removeFirst();
  }

  private static int seconds(String text) {
    try {
      int seconds = Integer.parseInt(text);
      if (seconds >= 30 && seconds <= 600) {
        return seconds;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    throw new Unusable("--seconds must be a number from 30 to 600, not \"" + text + "\"");
  }
}
