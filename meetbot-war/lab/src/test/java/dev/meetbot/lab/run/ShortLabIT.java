package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.demo.Progress;
import dev.meetbot.lab.scenario.Scenarios;
import dev.meetbot.lab.score.Row;
import dev.meetbot.lab.score.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The lab's short form, as {@code bin/lab --short} runs it. */
@Isolated
@Timeout(900)
class ShortLabIT {
  @Test
  void every_bar_holds(@TempDir Path dir) {
    LabOptions options =
        LabOptions.parse(
            List.of(
                "--short",
                "--bare",
                "0",
                "--war",
                "../target/meetbot.war",
                "--site",
                "server",
                "--plugin",
                "../../docs/examples/custom-platform/target/meetbot-example-custom-platform.jar",
                "--out",
                dir.resolve("lab").toString()));
    List<Row> rows;
    try (Bench bench = Bench.open(options)) {
      rows = new Crew(bench, options, new Progress(System.err)).run(Scenarios.few());
    }
    assertThat(rows).allSatisfy(row -> assertThat(row.ok()).as("%s", row.inShort()).isTrue());
    assertThat(new Summary(rows).marks())
        .allSatisfy(mark -> assertThat(mark.ok()).as("%s", mark).isTrue());
  }
}
