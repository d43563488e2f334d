package dev.meetbot.provider.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.platform.googlemeet.GoogleMeetPlatform;
import dev.meetbot.provider.platform.teams.TeamsPlatform;
import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingState;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in when every element of the data is found by none of its first alternatives. */
class FirstAlternativesOffIT {
  @TempDir private Path directory;

  private PlatformFiles without(Class<?> home, String platform) throws IOException {
    JsonObject elements = DataChecks.of(home).file().getJsonObject("elements");
    JsonObjectBuilder changed = Json.createObjectBuilder();
    elements.forEach(
        (name, list) -> {
          JsonArrayBuilder others = Json.createArrayBuilder();
          others.add(Json.createObjectBuilder().add("css", "nothing-at-all"));
          list.asJsonArray().stream().skip(1).forEach(others::add);
          changed.add(name, others);
        });
    JsonObject file = Json.createObjectBuilder().add("elements", changed).build();
    Files.writeString(directory.resolve(platform + ".json"), file.toString());
    return PlatformFiles.under(directory);
  }

  private static void goesIn(Class<?> home, MeetingPlatform platform, String path, String call) {
    try (PageStage stage = new PageStage(home, platform)) {
      stage.launch();
      MeetingPage page = stage.open(path);
      page.requestToJoin("bot");
      assertThat(stage.until(page, MeetingState.WAITING_ROOM)).doesNotContain(MeetingState.IN_CALL);
      assertThat(stage.evaluate("() => clicks.includes('ask bot') || clicks.includes('join bot')"))
          .isEqualTo("true");
      stage.evaluate(call);
      stage.until(page, MeetingState.IN_CALL);
      assertThat(page.matched().values()).doesNotContain(0);
      stage.end();
    }
  }

  @Test
  void google_meet_is_joined_all_the_same() throws IOException {
    goesIn(
        GoogleMeetPlatform.class,
        new GoogleMeetPlatform(without(GoogleMeetPlatform.class, GoogleMeetPlatform.ID)),
        "/",
        "() => { call([['own', 'bot', true], ['a', 'Ada']]); consent(); }");
  }

  @Test
  void teams_is_joined_all_the_same() throws IOException {
    goesIn(
        TeamsPlatform.class,
        new TeamsPlatform(without(TeamsPlatform.class, TeamsPlatform.ID)),
        "/launcher",
        "() => call(['Ada'])");
  }
}
