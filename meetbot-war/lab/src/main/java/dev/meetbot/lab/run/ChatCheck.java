package dev.meetbot.lab.run;

import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.scenario.JsonText;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Truth;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Whether chat went both ways, unchanged. */
final class ChatCheck {
  private ChatCheck() {}

  /** What is wrong; empty for nothing. */
  static List<String> of(Scenario scenario, Recording recording, Truth truth, List<String> byBot) {
    List<String> wrong = new ArrayList<>();
    String wanted = scenario.lineOfBot();
    if (!wanted.isEmpty() && !byBot.contains(wanted)) {
      wrong.add("the bot's line did not arrive: " + byBot);
    }
    if (scenario.keepsChat()) {
      List<Truth.Line> kept = lines(recording);
      truth.lines().stream()
          .filter(line -> kept.stream().filter(line::equals).count() != 1)
          .forEach(line -> wrong.add("not kept once as written: " + line.text()));
    }
    return wrong;
  }

  private static List<Truth.Line> lines(Recording recording) {
    List<Truth.Line> lines = new ArrayList<>();
    try {
      for (RecordedFile file : recording.files("chat")) {
        for (String line : Files.readAllLines(file.path())) {
          if (!line.isBlank()) {
            JsonObject row = JsonText.object(line);
            lines.add(new Truth.Line(row.getString("sender", ""), row.getString("text")));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
