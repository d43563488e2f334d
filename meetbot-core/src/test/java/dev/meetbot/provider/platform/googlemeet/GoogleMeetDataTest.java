package dev.meetbot.provider.platform.googlemeet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meetbot.provider.platform.DataChecks;
import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.spi.meeting.AudioShape;
import org.junit.jupiter.api.Test;

class GoogleMeetDataTest {
  private final DataChecks data = DataChecks.of(GoogleMeetPlatform.class);

  @Test
  void the_platform_takes_its_file() {
    GoogleMeetPlatform platform = new GoogleMeetPlatform(PlatformFiles.bundled());
    assertThat(platform.id()).isEqualTo(data.platform());
    assertThat(platform.audioShape()).isEqualTo(AudioShape.SLOTS);
    assertThat(platform.wantsDevices()).isTrue();
  }

  @Test
  void every_element_and_text_is_used_and_no_alternative_comes_twice() {
    assertThat(data.unusedElements()).isEmpty();
    assertThat(data.unusedTexts()).isEmpty();
    assertThat(data.repeatedAlternatives()).isEmpty();
  }

  @Test
  void every_flag_that_the_script_asks_for_is_there() {
    assertThat(data.missingFlags()).isEmpty();
  }

  @Test
  void every_outcome_of_a_door_has_a_rule() {
    assertThat(data.states())
        .contains(
            "PREJOIN",
            "WAITING_FOR_HOST",
            "WAITING_ROOM",
            "IN_CALL",
            "DENIED",
            "ENTRY_TIMED_OUT",
            "REMOVED",
            "ENDED",
            "NOT_FOUND",
            "FULL",
            "SIGN_IN_REQUIRED",
            "BLOCKED",
            "DISCONNECTED",
            "LEFT");
  }

  @Test
  void no_words_of_one_outcome_are_those_of_another() {
    assertThatCode(
            () ->
                data.checkApart(
                    "asking",
                    "hostMissing",
                    "denied",
                    "noAnswer",
                    "blocked",
                    "notFound",
                    "full",
                    "removed",
                    "ended",
                    "youLeft",
                    "signIn"))
        .doesNotThrowAnyException();
  }
}
