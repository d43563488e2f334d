package dev.meetbot.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "pt", "ja");

  private final List<Scenario> all = Scenarios.all();

  @Test
  void thereAreEnoughOnEveryPlatform() {
    assertThat(all).hasSizeGreaterThan(120);
    assertThat(all).extracting(Scenario::platform).containsAll(Scenarios.PLATFORMS);
    for (String platform : Scenarios.PLATFORMS.subList(0, 4)) {
      assertThat(all.stream().filter(s -> s.platform().equals(platform)).map(Scenario::language))
          .as(platform)
          .containsAll(LANGUAGES);
    }
  }

  @Test
  void everyOutcomeIsThere() {
    assertThat(all.stream().map(s -> s.expected().text()).collect(Collectors.toSet()))
        .contains(
            "completed/everyone_left",
            "completed/meeting_ended",
            "failed/host_denied_admission",
            "failed/lobby_timeout",
            "failed/waiting_for_host",
            "failed/meeting_not_found",
            "failed/meeting_ended",
            "failed/removed_from_meeting",
            "failed/auth_failure");
  }

  @Test
  void everyShapeOfSoundIsThere() {
    assertThat(all.stream().map(Scenario::pool).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder("own", "slots", "mix", "webaudio", "marks");
  }

  @Test
  void whoSpeaksIsThereAndTheMeetingEnds() {
    for (Scenario scenario : all) {
      Set<String> people = new TreeSet<>();
      scenario.array("people").forEach(p -> people.add(p.asJsonObject().getString("id")));
      scenario
          .array("speech")
          .forEach(
              turn ->
                  assertThat(people).as(scenario.name()).contains(turn.asJsonArray().getString(0)));
    }
  }

  @Test
  void theShortFormTouchesEveryPlatform() {
    assertThat(Scenarios.few()).hasSizeBetween(8, 14);
    assertThat(Scenarios.few()).extracting(Scenario::platform).containsAll(Scenarios.PLATFORMS);
  }

  @Test
  void aFewCanBeChosen() {
    assertThat(Scenarios.only(all, Pattern.compile("denied.*-de$"), "google-meet"))
        .extracting(Scenario::name)
        .containsExactly("meet-denied-classic-de", "meet-denied-2026-de");
  }
}
