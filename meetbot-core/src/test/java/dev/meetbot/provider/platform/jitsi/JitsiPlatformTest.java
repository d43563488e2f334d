package dev.meetbot.provider.platform.jitsi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JitsiPlatformTest {
  private final JitsiUrls urls =
      new JitsiUrls(List.of("meet.jit.si", "8x8.vc", "Meet.Example.org", "127.0.0.1:8443"));

  @ParameterizedTest
  @CsvSource({
    "https://meet.jit.si/MyRoom, https://meet.jit.si/MyRoom, myroom",
    "https://MEET.jit.si/MyRoom/, https://meet.jit.si/MyRoom, myroom",
    "https://meet.jit.si/my-room_1.2, https://meet.jit.si/my-room_1.2, my-room_1.2",
    "https://meet.jit.si/Caf%C3%A9, https://meet.jit.si/Caf%C3%A9, café",
    "https://meet.jit.si/Caf%C3%A9%20Klatsch?x=1, https://meet.jit.si/Caf%C3%A9%20Klatsch, café klatsch",
    "https://meet.jit.si/a+b, https://meet.jit.si/a+b, a+b",
    "https://meet.jit.si/room#config.startSilent=true, https://meet.jit.si/room, room",
    "https://8x8.vc/acme/standup, https://8x8.vc/acme/standup, acme/standup",
    "https://8x8.vc/vpaas-magic-cookie-1/room?jwt=e.y.J&lang=de, https://8x8.vc/vpaas-magic-cookie-1/room?jwt=e.y.J, vpaas-magic-cookie-1/room",
    "https://meet.example.org/a/b/c, https://meet.example.org/a/b/c, a/b/c",
    "https://127.0.0.1:8443/room, https://127.0.0.1:8443/room, room",
    "https://meet.jit.si:443/room, https://meet.jit.si:443/room, room"
  })
  void rooms(URI url, URI address, String id) {
    assertThat(urls.parse(url)).contains(new MeetingUrl("jitsi", address, id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://meet.jit.si/",
        "https://meet.jit.si",
        "https://meet.jit.si/static/close.html",
        "https://meet.jit.si/libs/app.bundle.min.js",
        "https://meet.jit.si/config.js",
        "https://meet.jit.si/http-bind",
        "https://meet.jit.si//room",
        "https://127.0.0.1/room",
        "https://meet.jit.si:8443/room",
        "https://ada@meet.jit.si/room",
        "https://meet.jit.si.evil.example/room",
        "https://other.example/room",
        "org.jitsi.meet://meet.jit.si/room",
        "mailto:room@meet.jit.si"
      })
  void others(URI url) {
    assertThat(urls.parse(url)).isEmpty();
  }

  @Test
  void a_bot_comes_muted_by_its_name() {
    MeetingUrl room = urls.parse(URI.create("https://meet.jit.si/room")).orElseThrow();
    assertThat(JitsiPlatform.address(Visit.of(room, "Ada's \"bot\" & co", false)).toString())
        .startsWith("https://meet.jit.si/room#config.startWithAudioMuted=true&")
        .endsWith("&userInfo.displayName=%22Ada%27s%20%5C%22bot%5C%22%20%26%20co%22");
    Visit visit = new Visit(room, "bot", false, null, Map.of("jwt", "e.y"));
    assertThat(JitsiPlatform.address(visit).toString())
        .startsWith("https://meet.jit.si/room?jwt=e.y#config.");
  }
}
