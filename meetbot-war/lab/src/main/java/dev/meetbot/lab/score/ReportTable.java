package dev.meetbot.lab.score;

import java.util.List;
import java.util.Locale;

/** The report for people, in Markdown. */
public final class ReportTable {
  private ReportTable() {}

  /** One line for each bar. */
  public static String bars(List<Mark> marks) {
    StringBuilder text = new StringBuilder("| figure | value | bar | |\n|---|---|---|---|\n");
    for (Mark mark : marks) {
      text.append(
          String.format(
              "| %s | %s | %s | %s |%n",
              mark.name(), mark.value(), mark.bar(), mark.ok() ? "ok" : "**missed**"));
    }
    return text.toString();
  }

  /** One line for each scenario. */
  public static String rows(List<Row> rows) {
    StringBuilder text =
        new StringBuilder(
            "| scenario | variant, language | expected | actual | right % | wrong % | A/V ms |"
                + " start ms | join ms | bare ms | MB |\n"
                + "|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      text.append(line(row)).append('\n');
    }
    return text.toString();
  }

  static String line(Row row) {
    SpokenTime spoken = row.hasSpeech() ? row.figures().spoken() : SpokenTime.NONE;
    String actual =
        row.ok()
            ? "same"
            : "**" + row.actual() + "**" + (row.problem().isEmpty() ? "" : " " + row.problem());
    return String.join(
        " | ",
        "| " + row.scenario().name(),
        row.scenario().variant() + ", " + row.scenario().language(),
        row.scenario().expected().text(),
        actual.replace("|", "/"),
        figure(spoken.rightPercent(), 1),
        figure(spoken.wrongPercent(), 1),
        figure(row.figures().avOffsetMs(), 0),
        figure(row.figures().startOffsetMs(), 0),
        figure(row.joinMs(), 0),
        figure(row.bareJoinMs(), 0),
        figure(row.memoryMb(), 0) + " |");
  }

  private static String figure(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + decimals + "f", value) : "";
  }
}
