package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTest {
  @ParameterizedTest
  @CsvSource({
    "Ada, '', Ada",
    "Ada, Unknown, Ada",
    "Ada, Guest 2, Ada",
    "Ada, participant (3), Ada",
    "Ada, Unknown user, Ada",
    "Ada, Ada Lovelace, Ada Lovelace",
    "Guest 2, Ada, Ada",
    "'', Guest, Guest",
    "Guest, Guest 4, Guest 4",
    "Ada, Guesta, Guesta"
  })
  void aNameIsNotReplacedByOneThatSaysLess(String older, String newer, String kept) {
    assertThat(PersonName.better(older, newer)).isEqualTo(kept);
  }
}
