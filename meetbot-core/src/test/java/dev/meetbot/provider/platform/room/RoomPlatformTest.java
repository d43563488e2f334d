package dev.meetbot.provider.platform.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoomPlatformTest {
  private final RoomPlatform platform =
      new RoomPlatform(List.of("127.0.0.1:8080", "Meet.Example.org"));

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8080/room/standup, http://127.0.0.1:8080/room/standup, standup",
    "http://127.0.0.1:8080/meetbot/room/a-B_c.9, http://127.0.0.1:8080/meetbot/room/a-B_c.9, a-B_c.9",
    "http://127.0.0.1:8080/a/b/room/x/, http://127.0.0.1:8080/a/b/room/x, x",
    "HTTPS://MEET.example.org/room/X?lobby=off#top, https://meet.example.org/room/X, X",
    "https://meet.example.org:443/room/room, https://meet.example.org:443/room/room, room"
  })
  void a_room_on_a_listed_host_is_understood(String text, String url, String name) {
    assertThat(platform.parse(URI.create(text)))
        .contains(new MeetingUrl("meetbot-room", URI.create(url), name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/room/x",
        "http://127.0.0.1:8081/room/x",
        "https://meet.example.org:8443/room/x",
        "https://meet.example.org.evil.example/room/x",
        "https://user@meet.example.org/room/x",
        "https://meet.example.org@evil.example/room/x",
        "ftp://meet.example.org/room/x",
        "https://meet.example.org/room",
        "https://meet.example.org/room/",
        "https://meet.example.org/room/_assets/room.js",
        "https://meet.example.org/room/a/b",
        "https://meet.example.org/room/a%20b",
        "https://meet.example.org/room/../admin",
        "https://meet.example.org/classroom/x",
        "mailto:x@meet.example.org",
        "/room/x"
      })
  void any_other_address_is_not_a_room(String text) {
    assertThat(platform.parse(URI.create(text))).isEmpty();
  }

  @Test
  void a_name_has_at_most_64_characters() {
    assertThat(platform.parse(URI.create("https://meet.example.org/room/" + "x".repeat(64))))
        .isPresent();
    assertThat(platform.parse(URI.create("https://meet.example.org/room/" + "x".repeat(65))))
        .isEmpty();
  }
}
