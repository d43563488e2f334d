package dev.meetbot.lab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LabOptionsTest {
  @Test
  void defaults() {
    LabOptions options = LabOptions.parse(List.of());
    assertThat(options.kind()).isEqualTo(LabOptions.Kind.SCENARIOS);
    assertThat(options.parallel()).isEqualTo(2);
    assertThat(options.docs()).isNull();
  }

  @Test
  void everythingCanBeSaid() {
    LabOptions options =
        LabOptions.parse(
            List.of(
                "--json",
                "--short",
                "--only",
                "^meet",
                "--platform",
                "jitsi",
                "--parallel",
                "3",
                "--docs"));
    assertThat(options.json()).isTrue();
    assertThat(options.few()).isTrue();
    assertThat(options.only().pattern()).isEqualTo("^meet");
    assertThat(options.platform()).isEqualTo("jitsi");
    assertThat(options.docs()).hasToString(options.docs().getParent() + "/lab.md");
    assertThat(LabOptions.parse(List.of("--drift", "30")).driftMinutes()).isEqualTo(30);
    assertThat(LabOptions.parse(List.of("--mutate")).kind()).isEqualTo(LabOptions.Kind.MUTATE);
  }

  @Test
  void whatMakesNoSenseIsToldInALine() {
    assertThatThrownBy(() -> LabOptions.parse(List.of("--parallel", "many")))
        .hasMessage("--parallel must be a number from 1 to 8, not \"many\"");
    assertThatThrownBy(() -> LabOptions.parse(List.of("--only", "(")))
        .hasMessageContaining("--only");
    assertThatThrownBy(() -> LabOptions.parse(List.of("--quick"))).hasMessageContaining("usage");
  }
}
