package dev.meetbot.war.probe;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param state file with a signed-in browser's state; null for none
 * @param out where the report and the pictures go
 * @param seconds how long it stays in the call
 * @param patience how many seconds it waits to be let in
 */
record ProbeOptions(
    URI url,
    String name,
    @Nullable String passcode,
    @Nullable Path state,
    Path out,
    int seconds,
    int patience,
    boolean json) {
  static final String USAGE =
      "usage: bin/probe URL [--name NAME] [--passcode CODE] [--state FILE] [--out DIR]"
          + " [--seconds 5..3600] [--patience 5..3600] [--json]";

  /** Thrown with one line for the user. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static ProbeOptions parse(List<String> arguments) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    URI url = null;
    String name = "meetbot page check";
    String passcode = null;
    Path state = null;
    Path out = Path.of("target", "probe");
    int seconds = 20;
    int patience = 300;
    boolean json = false;
    while (!rest.isEmpty()) {
      String word = rest.removeFirst();
      switch (word) {
        case "--json" -> json = true;
        case "--name" -> name = value(word, rest);
        case "--passcode" -> passcode = value(word, rest);
        case "--state" -> state = Path.of(value(word, rest));
        case "--out" -> out = Path.of(value(word, rest));
        case "--seconds" -> seconds = number(word, value(word, rest));
        case "--patience" -> patience = number(word, value(word, rest));
        default -> url = url(word, url);
      }
    }
    if (url == null) {
      throw new Unusable(USAGE);
    }
    return new ProbeOptions(url, name, passcode, state, out, seconds, patience, json);
  }

  private static URI url(String word, @Nullable URI before) {
    if (word.startsWith("-") || before != null) {
      throw new Unusable("unknown option " + word + "; " + USAGE);
    }
    try {
      return URI.create(word);
    } catch (IllegalArgumentException e) {
      throw new Unusable("not a URL: " + word);
    }
  }

  private static String value(String flag, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new Unusable(flag + " needs a value; " + USAGE);
    }
    return rest.removeFirst();
  }

  private static int number(String flag, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 5 && number <= 3600) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    throw new Unusable(flag + " must be a number of seconds from 5 to 3600, not " + text);
  }
}
