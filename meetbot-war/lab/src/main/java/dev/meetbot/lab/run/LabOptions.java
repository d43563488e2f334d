package dev.meetbot.lab.run;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param kind which run
 * @param json whether the report goes to standard output as one JSON object
 * @param few whether only the short form is run
 * @param only whose scenarios' names have it
 * @param platform one platform's scenarios; empty for all
 * @param parallel how many at a time
 * @param bare how often the bare script walks each platform's way
 * @param driftMinutes how long the long call lasts
 * @param docs where the table is written; null for nowhere
 * @param plugin the jar of docs/examples/custom-platform
 * @param out where all files are left
 */
record LabOptions(
    Kind kind,
    boolean json,
    boolean few,
    Pattern only,
    String platform,
    int parallel,
    int bare,
    int driftMinutes,
    @Nullable Path docs,
    Path war,
    Path site,
    Path plugin,
    Path out) {
  static final String USAGE =
      "usage: bin/lab [--json] [--short] [--only REGEX] [--platform ID] [--parallel 1..8]"
          + " [--bare 0..50] [--docs] [--mutate | --faults | --drift MINUTES | --list]";

  /** What is run. */
  enum Kind {
    SCENARIOS,
    MUTATE,
    FAULTS,
    DRIFT,
    LIST
  }

  /** Thrown with one line for the user. */
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  static LabOptions parse(List<String> arguments) {
    return new Reader(arguments).read();
  }

  private static final class Reader {
    private final Deque<String> rest;
    private Kind kind = Kind.SCENARIOS;
    private boolean json;
    private boolean few;
    private Pattern only = Pattern.compile("");
    private String platform = "";
    private int parallel = 2;
    private int bare = 5;
    private int minutes;
    private @Nullable Path docs;
    private Path war = Path.of("meetbot-war/target/meetbot.war");
    private Path site = Path.of("meetbot-war/lab/server");
    private Path plugin =
        Path.of("docs/examples/custom-platform/target/meetbot-example-custom-platform.jar");
    private Path out = Path.of("target/lab");

    Reader(List<String> arguments) {
      rest = new ArrayDeque<>(arguments);
    }

    LabOptions read() {
      while (!rest.isEmpty()) {
        take(rest.removeFirst());
      }
      return new LabOptions(
          kind,
          json,
          few,
          only,
          platform,
          parallel,
          bare,
          minutes,
          docs,
          war.toAbsolutePath(),
          site.toAbsolutePath(),
          plugin.toAbsolutePath(),
          out.toAbsolutePath());
    }

    private void take(String flag) {
      switch (flag) {
        case "--json" -> json = true;
        case "--short" -> few = true;
        case "--docs" -> docs = Path.of("docs/lab.md").toAbsolutePath();
        case "--list" -> kind = Kind.LIST;
        case "--mutate" -> kind = Kind.MUTATE;
        case "--faults" -> kind = Kind.FAULTS;
        case "--drift" -> {
          kind = Kind.DRIFT;
          minutes = number(flag, 2, 240);
        }
        case "--only" -> only = pattern(value(flag));
        case "--platform" -> platform = value(flag);
        case "--parallel" -> parallel = number(flag, 1, 8);
        case "--bare" -> bare = number(flag, 0, 50);
        case "--war" -> war = Path.of(value(flag));
        case "--site" -> site = Path.of(value(flag));
        case "--plugin" -> plugin = Path.of(value(flag));
        case "--out" -> out = Path.of(value(flag));
        default -> throw new Unusable("unknown option " + flag + "; " + USAGE);
      }
    }

    private String value(String flag) {
      if (rest.isEmpty()) {
        throw new Unusable(flag + " needs a value; " + USAGE);
      }
      return rest.removeFirst();
    }

    private int number(String flag, int least, int most) {
      String text = value(flag);
      try {
        int number = Integer.parseInt(text);
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException e) {
        // told below, together with numbers out of range
      }
      throw new Unusable(
          flag + " must be a number from " + least + " to " + most + ", not \"" + text + "\"");
    }

    private static Pattern pattern(String text) {
      try {
        return Pattern.compile(text);
      } catch (PatternSyntaxException e) {
        throw new Unusable("--only: " + e.getDescription());
      }
    }
  }
}
