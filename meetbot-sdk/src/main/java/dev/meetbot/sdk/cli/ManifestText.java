package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Manifest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest as people read it. Pure. */
final class ManifestText {
  private ManifestText() {}

  /** Whose manifest that JSON is; empty when it is none. */
  static Optional<String> findJob(String json) {
    return JsonText.findObject(json)
        .filter(
            fields -> fields.get("job") instanceof Map<?, ?> job && job.get("id") instanceof String)
        .map(fields -> String.valueOf(((Map<?, ?>) fields.get("job")).get("id")));
  }

  static List<String> all(Manifest manifest, ZoneId zone, int width) {
    Card card =
        new Card()
            .row("job", manifest.job().id())
            .row("external id", manifest.job().externalId())
            .row("meeting", Words.address(manifest.job().meetingUrl()));
    Manifest.Recording recording = manifest.recording();
    if (recording != null) {
      card.row("recorded", Words.date(recording.startedAt(), zone))
          .row("length", Words.span(Duration.ofMillis(recording.durationMs())))
          .row("pauses", recording.pauses().isEmpty() ? "" : recording.pauses().size())
          .row("gaps", recording.gaps().isEmpty() ? "" : recording.gaps().size());
    }
    Manifest.Exit exit = manifest.exit();
    if (exit != null) {
      card.row("ended", exit.status() + (exit.endReason() == null ? "" : ", " + exit.endReason()))
          .row("failure", exit.failureCode())
          .row("detail", exit.failureDetail());
    }
    List<String> lines = new ArrayList<>(card.lines());
    people(manifest, lines);
    lines.add("");
    lines.addAll(files(manifest, width));
    manifest.warnings().forEach(warning -> lines.add("warning: " + Words.clean(warning)));
    return lines;
  }

  static List<String> files(Manifest manifest, int width) {
    Table table =
        new Table().whole("NAME").fitted("KIND").whole("SIZE").whole("LENGTH").fitted("SPEAKER");
    for (Manifest.File file : manifest.files()) {
      table.row(
          file.name(),
          file.kind(),
          Words.bytes(file.bytes()),
          file.durationMs() == null ? "" : Words.span(Duration.ofMillis(file.durationMs())),
          file.speaker());
    }
    return table.lines(width);
  }

  private static void people(Manifest manifest, List<String> lines) {
    if (!manifest.participants().isEmpty()) {
      lines.add("");
      manifest.participants().forEach(person -> lines.add("  " + Words.clean(person.get("name"))));
    }
  }
}
