package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.engine.internal.capture.matroska.Ffmpeg;
import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a recorder wrote of a loopback call must be whole. */
final class CallFiles {
  private CallFiles() {}

  static void checkAudio(LoopbackCall call, String stream, double hz, double other)
      throws Exception {
    JsonObject track = call.track(stream, "audio");
    assertThat(track.getString("method")).isEqualTo("tap");
    Path file = call.file(track);
    List<Packet> packets = packets(file);
    assertThat(packets).hasSizeGreaterThan(200);
    for (int i = 1; i < packets.size(); i++) {
      assertThat(packets.get(i).timeMs() - packets.get(i - 1).timeMs())
          .as("step before packet %d", i)
          .isBetween(15L, 25L);
    }
    assertThat(Ffmpeg.complaints(file)).isEmpty();
    Sound sound = Sound.of(file);
    assertThat(sound.dominantHz()).isCloseTo(hz, within(6.0));
    assertThat(sound.db(hz) - sound.db(other)).isGreaterThan(30);
  }

  static void checkVideo(LoopbackCall call, String stream) throws Exception {
    JsonObject track = call.track(stream, "video");
    Path file = call.file(track);
    assertThat(track.getInt("width")).isEqualTo(320);
    List<Packet> packets = packets(file);
    assertThat(packets.get(0).key()).isTrue();
    double seconds = packets.get(packets.size() - 1).timeMs() / 1_000.0;
    assertThat(packets.size() / seconds).isBetween(12.0, 17.0);
    assertThat(Ffmpeg.complaints(file)).isEmpty();
  }

  static List<Packet> packets(Path file) throws Exception {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }
}
