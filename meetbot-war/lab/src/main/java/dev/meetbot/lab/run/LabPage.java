package dev.meetbot.lab.run;

import dev.meetbot.lab.score.ReportTable;
import dev.meetbot.lab.score.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The page with the last runs' figures: each kind of run has a section; everything else stays. */
final class LabPage {
  private LabPage() {}

  /** Writes a run's section anew. */
  static void write(Path file, String section, String commandLine, String tables) {
    try {
      String old = Files.exists(file) ? Files.readString(file) : "# The lab\n";
      String fresh = text(section, commandLine, Instant.now(), machine(), tables);
      Files.writeString(file, put(old, section, fresh));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text with a section replaced, or added at its end. Pure. */
  static String put(String old, String section, String fresh) {
    String begin = "<!-- " + section + ": written by bin/lab --docs -->\n";
    String end = "<!-- end of " + section + " -->\n";
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    String whole = begin + "\n" + fresh.strip() + "\n\n" + end;
    return from < 0 || to < from
        ? old.stripTrailing() + "\n\n" + whole
        : old.substring(0, from) + whole + old.substring(to + end.length());
  }

  static String text(
      String section, String commandLine, Instant at, String machine, String tables) {
    return "## The last run: "
        + section
        + "\n\n`"
        + commandLine.strip()
        + "`, "
        + at.truncatedTo(ChronoUnit.MINUTES)
        + ", "
        + machine
        + ".\n\n"
        + tables;
  }

  /** The tables of a run of scenarios. */
  static String tables(Summary summary) {
    return ReportTable.bars(summary.marks()) + "\n" + ReportTable.rows(summary.rows());
  }

  private static String machine() throws IOException {
    String memory =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(line -> line.startsWith("MemTotal:"))
            .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024 / 1024 + " GiB")
            .findFirst()
            .orElse("?");
    return String.format(
        Locale.ROOT,
        "%d cores, %s, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        memory,
        System.getProperty("os.name"),
        System.getProperty("os.version").replaceAll("-.*", ""),
        Runtime.version().feature());
  }
}
