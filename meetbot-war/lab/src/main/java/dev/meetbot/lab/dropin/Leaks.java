package dev.meetbot.lab.dropin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an application that was undeployed left behind in its server; pure functions. */
final class Leaks {
  /** Caches of the server and code that the JVM compiles may still grow a little. */
  static final double MB_PER_REDEPLOY = 2;

  /** Ours and our libraries'; Jersey is not among them, since Payara runs its own. */
  private static final Pattern OURS =
      Pattern.compile(
          "meetbot|com\\.zaxxer|HikariPool|org\\.h2|MVStore|org\\.hibernate|liquibase"
              + "|com\\.microsoft\\.playwright|org\\.apache\\.hc|httpclient|prometheus"
              + "|software\\.amazon|CompletableFutureDelayScheduler|HttpClient-",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAME = Pattern.compile("^\"([^\"]*)\"");

  private Leaks() {}

  /**
   * Threads of ours, by their names.
   *
   * @param threads as {@link Jvm#threads} gives them, taken while nothing of ours is deployed
   */
  static List<String> threads(List<String> threads) {
    List<String> found = new ArrayList<>();
    for (String thread : threads) {
      Matcher name = NAME.matcher(thread);
      if (OURS.matcher(thread).find() && name.find()) {
        found.add("thread " + name.group(1));
      }
    }
    return found;
  }

  /** Programs that only bots start. */
  static List<String> processes(List<String> commandLines) {
    return commandLines.stream()
        .filter(line -> line.matches("(?s).*(chrom|node|ffmpeg|playwright).*"))
        .map(line -> "process " + line.substring(0, Math.min(60, line.length())))
        .toList();
  }

  /** Class loaders of the application beyond those that should be there. */
  static List<String> loaders(int found, int deployed) {
    return found <= deployed ? List.of() : List.of((found - deployed) + " class loaders");
  }

  /** The heap's growth from the first redeploy to the last. */
  static List<String> heap(double firstMb, double lastMb, int redeploysBetween) {
    double each = (lastMb - firstMb) / Math.max(1, redeploysBetween);
    return each <= MB_PER_REDEPLOY
        ? List.of()
        : List.of(String.format(Locale.ROOT, "%.1f MB of heap per redeploy", each));
  }
}
