package dev.meetbot.lab.others;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.meetbot.lab.guest.OtherGuest;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class JanusServerIT {
  private static final String PAGE = "videoroomtest.html?room=1";

  @TempDir Path dir;

  @Test
  void two_people_meet_in_its_video_room() throws IOException {
    assumeTrue(JanusServer.isInstalled(), "Debian's janus and janus-demos");
    try (JanusServer janus = JanusServer.start(dir, freePort(), freePort());
        OtherGuest ada = OtherGuest.open(new Voice("Ada", 440, 0), janus.page(PAGE));
        OtherGuest ben = OtherGuest.open(new Voice("Ben", 620, 120), janus.page(PAGE))) {
      JanusVideoMeeting room = new JanusVideoMeeting(janus, 1);
      room.join(ada);
      room.join(ben);
      room.awaitOthers(ada, 1);
      room.awaitOthers(ben, 1);
      double now = System.currentTimeMillis();
      ada.speak(List.of(new Span(now, now + 60_000)));
      String seen = ada.read(page -> page.textContent("#remote1"));
      assertThat(seen).isEqualTo("Ben");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
