package dev.meetbot.example.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoUrlsTest {
  private final JanusVideoRoom janus = new JanusVideoRoom();

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/videoroomtest.html?room=1234,1234",
    "http://127.0.0.1:8000/videoroomtest.html,default",
    "http://127.0.0.1:8000/demos/videoroomtest.html?x=1&room=7#frag,7",
  })
  void it_knows_its_page_on_its_hosts(URI url, String room) {
    assertThat(janus.parse(url)).map(MeetingUrl::meetingId).contains(room);
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8001/videoroomtest.html",
    "http://example.org/videoroomtest.html",
    "http://127.0.0.1:8000/textroomtest.html",
    "file:///videoroomtest.html",
    "http://user@127.0.0.1:8000/videoroomtest.html",
  })
  void it_knows_nothing_else(URI url) {
    assertThat(janus.parse(url)).isEmpty();
  }

  @Test
  void each_platform_is_found_by_the_service_loader() {
    assertThat(ServiceLoader.load(MeetingPlatform.class).stream().map(p -> p.get().id()))
        .containsExactlyInAnyOrder("janus-videoroom", "janus-textroom", "easyrtc-multiparty");
  }
}
