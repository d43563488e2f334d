package dev.meetbot.war.room;

import static dev.meetbot.war.room.RoomBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\u0000b", "a\nb", "a\u2028b", "\ud800"})
  void badDisplayNameIsRefused(String name) {
    refused(() -> Texts.displayName(name), 400, "invalid_input");
  }

  @Test
  void displayNameIsCountedInCharactersAsPeopleCountThem() {
    assertThat(Texts.displayName("😀".repeat(64))).hasSize(128);
    refused(() -> Texts.displayName("a".repeat(65)), 400, "invalid_input");
    refused(() -> Texts.displayName(null), 400, "invalid_input");
  }

  @Test
  void chatMayHaveLinesButIsBounded() {
    assertThat(Texts.chat(" a\nb\tc ")).isEqualTo("a\nb\tc");
    assertThat(Texts.chat("x".repeat(2000))).hasSize(2000);
    refused(() -> Texts.chat("x".repeat(2001)), 400, "invalid_input");
    refused(() -> Texts.chat("a\u0007"), 400, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "_assets", "-a", "a b", "a/b", "é", ".."})
  void badRoomNameIsRefused(String name) {
    refused(() -> Texts.roomName(name), 400, "invalid_input");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "Team.Meeting-2_b", "0"})
  void goodRoomNameIsTaken(String name) {
    assertThat(Texts.roomName(name)).isEqualTo(name);
  }
}
