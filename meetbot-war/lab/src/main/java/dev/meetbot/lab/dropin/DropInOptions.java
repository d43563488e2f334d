package dev.meetbot.lab.dropin;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What the command line asks for.
 *
 * @param json whether the report goes to standard output as one JSON object
 * @param only the servers wanted; empty for all
 * @param servers where the servers were unpacked
 * @param out where logs and recordings are left
 */
record DropInOptions(
    boolean json, int redeploys, List<String> only, Path war, Path servers, Path out) {
  static final String USAGE =
      "usage: bin/dropin [--json] [--short | --redeploys 1..100] [--only tomcat,wildfly,payara]";

  private static final List<String> SERVERS = List.of("tomcat", "wildfly", "payara");
  private static final int USUAL = 10;
  private static final int SHORT = 2;

  /** Thrown with one line for the user. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message + "; " + USAGE);
    }
  }

  static DropInOptions parse(List<String> arguments) {
    boolean json = false;
    int redeploys = USUAL;
    List<String> only = new ArrayList<>();
    Path war = Path.of("meetbot-war/target/meetbot.war");
    Path servers = Path.of("meetbot-war/it/dropin/target/servers");
    Path out = Path.of("target/dropin");
    Deque<String> rest = new ArrayDeque<>(arguments);
    while (!rest.isEmpty()) {
      String flag = rest.removeFirst();
      switch (flag) {
        case "--json" -> json = true;
        case "--short" -> redeploys = SHORT;
        case "--redeploys" -> redeploys = number(value(flag, rest));
        case "--only" -> only.addAll(servers(value(flag, rest)));
        case "--war" -> war = Path.of(value(flag, rest));
        case "--servers" -> servers = Path.of(value(flag, rest));
        case "--out" -> out = Path.of(value(flag, rest));
        default -> throw new Unusable("unknown option " + flag);
      }
    }
    return new DropInOptions(
        json,
        redeploys,
        List.copyOf(only),
        war.toAbsolutePath(),
        servers.toAbsolutePath(),
        out.toAbsolutePath());
  }

  private static String value(String flag, Deque<String> rest) {
    if (rest.isEmpty()) {
      throw new Unusable(flag + " needs a value");
    }
    return rest.removeFirst();
  }

  private static List<String> servers(String text) {
    List<String> wanted = List.of(text.split(","));
    if (!SERVERS.containsAll(wanted)) {
      throw new Unusable("--only knows " + SERVERS + ", not \"" + text + "\"");
    }
    return wanted;
  }

  private static int number(String text) {
    if (!text.matches("[1-9][0-9]?|100")) {
      throw new Unusable("--redeploys must be a number from 1 to 100, not \"" + text + "\"");
    }
    return Integer.parseInt(text);
  }
}
