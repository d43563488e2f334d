package dev.meetbot.war.launcher;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the command line, system properties and the environment ask for.
 *
 * @param data directory of everything that is kept, absolute
 * @param port TCP port; 0 means any free one
 * @param host address to listen on
 * @param help whether only the usage text was asked for
 */
record Options(Path data, int port, String host, boolean help) {
  static final String USAGE =
      """
      Usage: java -jar meetbot.war [--data DIR] [--port N] [--host ADDRESS]

        --data DIR      where everything is kept      (MEETBOT_DATA, default ./data)
        --port N        port, 0 for any free one      (MEETBOT_PORT, default 8080)
        --host ADDRESS  address to listen on          (MEETBOT_HOST, default 127.0.0.1)
        --help          this text""";

  /**
   * Reads the settings; a flag goes before a system property, that before the environment, and that
   * before the default.
   *
   * @throws UsageException with one line for the user when something makes no sense
   */
  static Options parse(List<String> args, Map<?, ?> properties, Map<String, String> environment) {
    String data = given("data", "data", properties, environment);
    String port = given("port", "8080", properties, environment);
    String host = given("host", "127.0.0.1", properties, environment);
    boolean help = false;
    Deque<String> rest = new ArrayDeque<>(args);
    while (!rest.isEmpty()) {
      String[] flag = rest.removeFirst().split("=", 2);
      switch (flag[0]) {
        case "--data" -> data = value(flag, rest);
        case "--port" -> port = value(flag, rest);
        case "--host" -> host = value(flag, rest);
        case "--help", "-h" -> help = true;
        default -> throw new UsageException("unknown option " + flag[0] + " (try --help)");
      }
    }
    return new Options(path(data), port(port), notBlank("host", host), help);
  }

  private static String given(
      String name, String otherwise, Map<?, ?> properties, Map<String, String> environment) {
    String variable = "MEETBOT_" + name.toUpperCase(Locale.ROOT);
    return properties.get("meetbot." + name) instanceof String property
        ? property
        : environment.getOrDefault(variable, otherwise);
  }

  private static String value(String[] flag, Deque<String> rest) {
    if (flag.length == 2) {
      return flag[1];
    }
    if (rest.isEmpty()) {
      throw new UsageException(flag[0] + " needs a value");
    }
    return rest.removeFirst();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    throw new UsageException("the port must be a number from 0 to 65535, not \"" + text + "\"");
  }

  private static Path path(String text) {
    try {
      return Path.of(notBlank("data directory", text)).toAbsolutePath().normalize();
    } catch (java.nio.file.InvalidPathException e) {
      throw new UsageException("\"" + text + "\" cannot be a data directory");
    }
  }

  private static String notBlank(String what, String text) {
    if (text.isBlank()) {
      throw new UsageException("the " + what + " must not be empty");
    }
    return text.strip();
  }
}
