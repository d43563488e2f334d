package dev.meetbot.jaxrs.dto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  @Test
  void writesExactlyThreeDigits() {
    assertThat(Times.write(Instant.parse("2026-01-02T03:04:05Z")))
        .isEqualTo("2026-01-02T03:04:05.000Z");
    assertThat(Times.write(Instant.parse("2026-01-02T03:04:05.999999Z")))
        .isEqualTo("2026-01-02T03:04:05.999Z");
    assertThat(Times.write(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-01-02T03:04:05Z",
        "2026-01-02t03:04:05z",
        "2026-01-02T05:04:05+02:00",
        "2026-01-02T03:04:05.000000Z",
        "2026-01-02T03:04:05.000000000000Z",
        "2026-01-01T03:34:05-23:30"
      })
  void readsEveryFormOfRfc3339(String text) {
    assertThat(Times.read(text)).contains(Instant.parse("2026-01-02T03:04:05Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-01-02",
        "2026-01-02T03:04:05",
        "2026-02-30T03:04:05Z",
        "1767322800",
        "+10000-01-01T00:00:00Z",
        "-0001-01-01T00:00:00Z",
        "-999999999-01-01T00:00:00Z",
        "2026-01-02T03:04Z",
        "2026-01-02T03:04:055Z",
        "2026-01-02T03:04:05+24:00",
        "2026-01-02T03:04:05+02"
      })
  void readsNothingElse(String text) {
    assertThat(Times.read(text)).isEmpty();
  }
}
