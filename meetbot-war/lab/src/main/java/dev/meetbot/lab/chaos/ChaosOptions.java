package dev.meetbot.lab.chaos;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param seed of everything that is drawn
 * @param faults how many
 * @param nodes how many servers share the database
 * @param json whether the result goes to standard output as JSON only
 */
record ChaosOptions(long seed, int faults, int nodes, boolean json, Path war, Path out) {
  static final String USAGE = "usage: bin/chaos [--seed N] [--faults N] [--short] [--json]";
  private static final int FAULTS = 14;
  private static final int SHORT = 3;

  static ChaosOptions parse(List<String> arguments) {
    long seed = System.currentTimeMillis() % 1_000_000;
    int faults = FAULTS;
    int nodes = 3;
    boolean json = false;
    Path war = Path.of("meetbot-war/target/meetbot.war");
    Path out = Path.of("target/chaos");
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String flag = rest.removeFirst();
      switch (flag) {
        case "--json" -> json = true;
        case "--seed" -> seed = number(flag, rest, 0, Long.MAX_VALUE);
        case "--faults" -> faults = (int) number(flag, rest, 1, 1000);
        case "--short" -> {
          faults = SHORT;
          nodes = 2;
        }
        case "--war" -> war = Path.of(value(flag, rest));
        case "--out" -> out = Path.of(value(flag, rest));
        default -> throw new IllegalArgumentException("unknown option " + flag + "; " + USAGE);
      }
    }
    return new ChaosOptions(
        seed, faults, nodes, json, war.toAbsolutePath(), out.toAbsolutePath().resolve("" + seed));
  }

  private static String value(String flag, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new IllegalArgumentException(flag + " needs a value; " + USAGE);
    }
    return rest.removeFirst();
  }

  private static long number(String flag, Deque<String> rest, long min, long max) {
    String text = value(flag, rest);
    try {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new IllegalArgumentException(flag + " must be a number from " + min + " on; " + USAGE);
  }
}
