package dev.meetbot.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoOptionsTest {
  @Test
  void theDefaultsAreATableOfThirtySeconds() {
    DemoOptions options = DemoOptions.parse(List.of());

    assertThat(options.json()).isFalse();
    assertThat(options.seconds()).isEqualTo(30);
    assertThat(options.out()).isAbsolute().endsWithRaw(java.nio.file.Path.of("target/demo"));
  }

  @Test
  void flagsAreTaken() {
    DemoOptions options = DemoOptions.parse(List.of("--seconds", "90", "--json"));

    assertThat(options.json()).isTrue();
    assertThat(options.seconds()).isEqualTo(90);
  }

  @ParameterizedTest
  @ValueSource(strings = {"29", "601", "soon", ""})
  void aSillyLengthIsToldWithTheRange(String seconds) {
    assertThatThrownBy(() -> DemoOptions.parse(List.of("--seconds", seconds)))
        .hasMessageContaining("30 to 600");
  }

  @Test
  void unknownAndUnfinishedFlagsAreTold() {
    assertThatThrownBy(() -> DemoOptions.parse(List.of("--loud"))).hasMessageContaining("--loud");
    assertThatThrownBy(() -> DemoOptions.parse(List.of("--seconds"))).hasMessageContaining("value");
  }
}
