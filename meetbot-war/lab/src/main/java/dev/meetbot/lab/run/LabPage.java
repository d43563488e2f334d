package dev.meetbot.lab.run;

import dev.meetbot.lab.score.ReportTable;
import dev.meetbot.lab.score.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The page with the last run's figures. What stands above its mark in the file stays. */
final class LabPage {
  static final String MARK = "<!-- what follows is written by bin/lab --docs -->";

  private LabPage() {}

  static void write(Path file, String commandLine, Summary summary) throws IOException {
    String old = Files.exists(file) ? Files.readString(file) : "# The lab\n\n" + MARK + "\n";
    Files.writeString(file, put(old, text(commandLine, Instant.now(), machine(), summary)));
  }

  /** The text with everything below the mark replaced. Pure. */
  static String put(String old, String fresh) {
    int mark = old.indexOf(MARK);
    return (mark < 0 ? old + "\n" : old.substring(0, mark)) + MARK + "\n\n" + fresh;
  }

  static String text(String commandLine, Instant at, String machine, Summary summary) {
    return "## The last run\n\n`"
        + commandLine.strip()
        + "`, "
        + at.truncatedTo(ChronoUnit.MINUTES)
        + ", "
        + machine
        + ".\n\n"
        + ReportTable.bars(summary.marks())
        + "\n## Scenarios\n\n"
        + ReportTable.rows(summary.rows());
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
