package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.score.Summary;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabPageTest {
  @Test
  void whatStandsAboveTheMarkStays() {
    String once = LabPage.put("# The lab\n\nWords.\n\n" + LabPage.MARK + "\n\nold\n", "new\n");
    assertThat(once).isEqualTo("# The lab\n\nWords.\n\n" + LabPage.MARK + "\n\nnew\n");
    assertThat(LabPage.put(once, "new\n")).isEqualTo(once);
  }

  @Test
  void theRunIsDated() {
    String text =
        LabPage.text(
            "bin/lab --json",
            Instant.parse("2026-11-22T10:30:31Z"),
            "2 cores",
            new Summary(List.of()));
    assertThat(text)
        .contains("`bin/lab --json`, 2026-11-22T10:30:00Z, 2 cores.", "| outcomes right | 0 |");
  }
}
