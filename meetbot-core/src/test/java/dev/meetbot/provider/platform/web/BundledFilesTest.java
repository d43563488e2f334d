package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.platform.googlemeet.GoogleMeetPlatform;
import dev.meetbot.provider.platform.jitsi.JitsiPlatform;
import dev.meetbot.provider.platform.teams.TeamsPlatform;
import dev.meetbot.provider.platform.zoom.ZoomPlatform;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every bundled data file holds to, beyond what its users need. */
class BundledFilesTest {
  private static final Pattern NAMES =
      Pattern.compile("(?<![A-Za-z0-9@-])(?:element|enabled|filled|text|title)?:?([a-z]\\w*)");

  record Bundled(String platform, Class<?> home) {
    JsonObject json() {
      return WebResource.json(home, "platform.json");
    }

    @Override
    public String toString() {
      return platform;
    }
  }

  static Stream<Bundled> bundled() {
    return Stream.of(
        new Bundled(GoogleMeetPlatform.ID, GoogleMeetPlatform.class),
        new Bundled(TeamsPlatform.ID, TeamsPlatform.class),
        new Bundled(JitsiPlatform.ID, JitsiPlatform.class),
        new Bundled(ZoomPlatform.ID, ZoomPlatform.class));
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void is_right(Bundled file) {
    assertThat(new PlatformSchema().faults(file.json())).isEmpty();
    PlatformData data =
        new WebPlatform(file.platform(), file.home(), PlatformFiles.bundled()).data();
    assertThat(data.platform()).isEqualTo(file.platform());
    assertThat(data.elements().values()).allMatch(alternatives -> alternatives >= 2);
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void uses_all_that_it_names(Bundled file) {
    JsonObject json = file.json();
    String users =
        json.get("states").toString()
            + json.get("flow")
            + json.get("roster")
            + json.get("chat")
            + json.get("captions")
            + json.get("leave")
            + json.get("elements").toString().replaceAll("\"\\w+\":\\[", "[");
    Matcher names = NAMES.matcher(users);
    Set<String> used = names.results().map(r -> r.group(1)).collect(Collectors.toSet());
    assertThat(used)
        .containsAll(json.getJsonObject("texts").keySet())
        .containsAll(json.getJsonObject("elements").keySet());
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void looks_for_the_lobby_before_the_call(Bundled file) {
    String states = file.json().getJsonArray("states").toString();
    assertThat(states.indexOf("\"WAITING_ROOM\"")).isBetween(0, states.indexOf("\"IN_CALL\""));
    assertThat(states.indexOf("\"WAITING_FOR_HOST\"")).isBetween(0, states.indexOf("\"IN_CALL\""));
  }
}
