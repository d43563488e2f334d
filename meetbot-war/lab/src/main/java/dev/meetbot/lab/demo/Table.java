package dev.meetbot.lab.demo;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** The report for people: every bar on a line. */
final class Table {
  private Table() {}

  static String of(JsonObject report, List<Bar> bars) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%nstatus %s, joined in %s ms, CPU %s s per minute with recording, %s without%n",
            report.getString("status"),
            report.get("joinMs"),
            report.getJsonObject("callCpuSecondsPerMinute").get("with"),
            report.getJsonObject("callCpuSecondsPerMinute").get("without")));
    text.append(String.format("manifest %s%n%n", report.getString("manifestUri")));
    for (Bar bar : bars) {
      text.append(
          String.format(
              "  %-4s  %-52s  %-12s  %s%n",
              bar.ok() ? "ok" : "FAIL", bar.name(), bar.value(), bar.bar()));
    }
    long failed = bars.stream().filter(b -> !b.ok()).count();
    return text.append(
            String.format(
                "%n%s%n",
                failed == 0
                    ? "All " + bars.size() + " bars hold."
                    : failed + " of " + bars.size() + " bars failed."))
        .toString();
  }
}
