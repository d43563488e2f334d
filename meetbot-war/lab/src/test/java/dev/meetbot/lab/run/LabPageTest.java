package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.score.Summary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabPageTest {
  @Test
  void whatStandsAroundASectionStays() {
    String once = LabPage.put("# The lab\n\nWords.\n", "faults", "old");
    String more = LabPage.put(once, "scenarios", "all\n");
    String twice = LabPage.put(more, "faults", "new");
    assertThat(twice).isEqualTo(more.replace("old", "new")).contains("Words.", "\nall\n");
    assertThat(LabPage.put(twice, "faults", "new")).isEqualTo(twice);
  }

  @Test
  void theRunIsDated() {
    String text =
        LabPage.text(
            "scenarios",
            "bin/lab --json",
            Instant.parse("2026-11-22T10:30:31Z"),
            "2 cores",
            LabPage.tables(new Summary(List.of())));
    assertThat(text)
        .contains("`bin/lab --json`, 2026-11-22T10:30:00Z, 2 cores.", "| outcomes right | 0 |");
  }
}
