package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.engine.internal.capture.matroska.Ffmpeg;
import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole recorder on a real WebRTC call in a real browser. */
class RecorderIT {
  @TempDir Path dir;

  @Test
  void everySpeakerIsRecordedWithoutLoss() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String first = call.guest("{hz: 400}");
      String second = call.guest("{hz: 700, hue: 20, play: false}");
      call.start();
      call.run(Duration.ofSeconds(6));
      RecorderHealth health = call.recorder.stop("test");
      for (JsonObject stat : call.stats().getValuesAs(JsonObject.class)) {
        System.getLogger("it").log(System.Logger.Level.INFO, stat.toString());
        assertThat(stat.getInt("pli")).isZero();
      }
      System.getLogger("it")
          .log(
              System.Logger.Level.INFO,
              health.toString()
                  + call.log().stream()
                      .filter(l -> !l.getString("t").equals("levels"))
                      .map(Object::toString)
                      .collect(java.util.stream.Collectors.joining("\n")));

      assertThat(call.faults).isEmpty();
      assertThat(health.lostAudioPackets()).isZero();
      // DF
      assertThat(health.tracks()).isEqualTo(4);
      assertThat(health.lastAudioAt()).isNotNull();
      assertThat(call.log().get(0).getString("t")).isEqualTo("capture_started");
      assertThat(call.log().get(call.log().size() - 1).getString("t")).isEqualTo("capture_stopped");
      assertThat(call.log("gap")).isEmpty();
      checkAudio(call, first, 400, 700);
      checkAudio(call, second, 700, 400);
      checkVideo(call, first);
      checkVideo(call, second);
    }
  }

  private static void checkAudio(LoopbackCall call, String stream, double hz, double other)
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

  private static void checkVideo(LoopbackCall call, String stream) throws Exception {
    JsonObject track = call.track(stream, "video");
    Path file = call.file(track);
    assertThat(track.getInt("width")).isEqualTo(320);
    List<Packet> packets = packets(file);
    assertThat(packets.get(0).key()).isTrue();
    double seconds = packets.get(packets.size() - 1).timeMs() / 1_000.0;
    assertThat(packets.size() / seconds).isBetween(12.0, 17.0);
    assertThat(Ffmpeg.complaints(file)).isEmpty();
  }

  private static List<Packet> packets(Path file) throws Exception {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }
}
