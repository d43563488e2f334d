package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.engine.internal.capture.matroska.Ffmpeg;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.meeting.AudioShape;
import dev.meetbot.tck.Await;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
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
        assertThat(stat.getInt("pli")).isZero();
      }

      assertThat(call.faults).isEmpty();
      assertThat(health.lostAudioPackets()).isZero();
      assertThat(health.tracks()).isEqualTo(4);
      assertThat(health.lastAudioAt()).isNotNull();
      assertThat(call.log().get(0).getString("t")).isEqualTo("capture_started");
      assertThat(call.log().get(call.log().size() - 1).getString("t")).isEqualTo("capture_stopped");
      assertThat(call.log("gap")).isEmpty();
      CallFiles.checkAudio(call, first, 400, 700);
      CallFiles.checkAudio(call, second, 700, 400);
      CallFiles.checkVideo(call, first);
      CallFiles.checkVideo(call, second);
    }
  }

  @Test
  void tracksComeGoAndFallSilentWhileTheCallGoesOn() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String first = call.guest("{hz: 400}");
      call.start();
      call.run(Duration.ofSeconds(2));
      String screen = call.lab("addVideo(0, {width: 640, height: 360, fps: 10})").replace("\"", "");
      call.lab("mute(0, true)");
      String late = call.guest("{hz: 800, video: false}");
      call.run(Duration.ofSeconds(3));
      call.lab("mute(0, false)");
      call.run(Duration.ofSeconds(2));
      call.lab("leave(1)");
      call.run(Duration.ofSeconds(3));
      RecorderHealth health = call.recorder.stop("test");

      assertThat(health.lostAudioPackets()).isZero();
      JsonObject share = call.track(screen, "video");
      assertThat(share.getInt("width")).isEqualTo(640);
      assertThat(Ffmpeg.complaints(call.file(share))).isEmpty();
      assertThat(CallFiles.packets(call.file(share)).get(0).timeMs()).isBetween(1_500L, 5_000L);
      List<Packet> lateAudio = CallFiles.packets(call.file(call.track(late, "audio")));
      assertThat(lateAudio.get(0).timeMs()).isBetween(2_000L, 5_000L);
      int left = call.track(late, "audio").getInt("track");
      assertThat(call.log("track_ended").get(0).getInt("track")).isEqualTo(left);
      CallFiles.checkAudio(call, first, 400, 800);
      boolean[] loud = loud(call, call.track(first, "audio").getInt("track"));
      assertThat(loud[10]).isTrue();
      assertThat(loud[loud.length - 10]).isTrue();
      int silent = 0;
      for (boolean one : loud) {
        silent += one ? 0 : 1;
      }
      assertThat(silent).isBetween(15, 60);
    }
  }

  @Test
  void nothingOfAPauseIsKeptAndTimeGoesOn() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400}");
      call.start();
      call.run(Duration.ofSeconds(3));
      call.recorder.pause();
      call.run(Duration.ofSeconds(3));
      call.recorder.resume();
      call.run(Duration.ofSeconds(4));
      assertThat(call.recorder.stop("test").lostAudioPackets()).isZero();

      long zero = call.log("capture_started").get(0).getJsonNumber("at").longValue();
      long from = call.log("pause").get(0).getJsonNumber("at").longValue() - zero;
      long to = call.log("resume").get(0).getJsonNumber("at").longValue() - zero;
      for (String kind : List.of("audio", "video")) {
        List<Packet> packets = CallFiles.packets(call.file(call.track(stream, kind)));
        assertThat(packets).noneMatch(p -> p.timeMs() > from + 60 && p.timeMs() < to - 60);
        assertThat(packets).anyMatch(p -> p.timeMs() > to + 500);
        assertThat(packets).anyMatch(p -> p.timeMs() < from - 500);
      }
      assertThat(Ffmpeg.complaints(call.file(call.track(stream, "video")))).isEmpty();
      // One is ours; a browser on a busy machine may ask for another itself.
      assertThat(call.stats().getJsonObject(0).getInt("pli")).isBetween(0, 2);
    }
  }

  @Test
  void beforeConsentNothingIsCopiedAndTheStartAsksForOneKeyFrame() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.AFTER_CONSENT)) {
      String stream = call.guest("{hz: 400}");
      call.recorder.begin();
      call.run(Duration.ofSeconds(3));
      assertThat(call.recorder.health().lastPacketAt()).isNull();
      assertThat(call.stats().getJsonObject(0).getInt("pli")).isZero();
      assertThat(call.stats().getJsonObject(0).getInt("decoded")).isGreaterThan(20);
      call.start();
      call.run(Duration.ofSeconds(4));
      call.recorder.stop("test");

      // One is ours; a browser on a busy machine may ask for another itself.
      assertThat(call.stats().getJsonObject(0).getInt("pli")).isBetween(1, 2);
      CallFiles.checkVideo(call, stream);
      assertThat(CallFiles.packets(call.file(call.track(stream, "video"))).get(0).timeMs())
          .isLessThan(1_500);
    }
  }

  @Test
  void aStoreThatStandsStillStallsNeitherPageNorTicksAndLosesNothing() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400}");
      call.start();
      call.run(Duration.ofSeconds(1));
      call.store.standStill();
      int before = call.stats().getJsonObject(0).getInt("decoded");
      long began = System.nanoTime();
      call.run(Duration.ofSeconds(4));
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      assertThat(call.stats().getJsonObject(0).getInt("decoded") - before).isGreaterThan(30);
      call.store.goOn();
      RecorderHealth health = call.recorder.stop("test");
      assertThat(health.droppedFrames()).isZero();
      CallFiles.checkAudio(call, stream, 400, 800);
      CallFiles.checkVideo(call, stream);
    }
  }

  @Test
  void aFullStoreIsOneFaultAndKeepsWhatWasWritten() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400}");
      call.start();
      call.run(Duration.ofSeconds(3));
      call.store.room(20_000);
      call.run(Duration.ofSeconds(4));
      assertThat(call.faults).hasSize(1);
      assertThat(call.faults.get(0).kind()).isEqualTo(RecorderFault.Kind.STORE_FULL);
      call.recorder.stop("full");
      assertThat(call.faults).hasSize(1);
      Path audio = call.file(call.track(stream, "audio"));
      assertThat(CallFiles.packets(audio)).hasSizeGreaterThan(100);
      assertThat(Ffmpeg.complaints(audio)).isEmpty();
    }
  }

  @Test
  void whenTheBrowserIsKilledAtMostTheLastTwoSecondsAreMissing() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400}");
      call.start();
      call.run(Duration.ofSeconds(5));
      long pid = call.session.processId().orElseThrow();
      long killedAt = System.currentTimeMillis();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
      Await.until(
          "the browser is gone", Duration.ofSeconds(10), () -> ProcessHandle.of(pid).isEmpty());
      call.recorder.stop("browser_crashed");

      long zero = call.log("capture_started").get(0).getJsonNumber("at").longValue();
      for (String kind : List.of("audio", "video")) {
        List<Packet> packets = CallFiles.packets(call.file(call.track(stream, kind)));
        assertThat(packets.get(packets.size() - 1).timeMs()).isGreaterThan(killedAt - zero - 2_000);
      }
      assertThat(call.log("capture_stopped").get(0).getString("reason"))
          .isEqualTo("browser_crashed");
      assertThat(call.recorder.stop("again").tracks()).isEqualTo(2);
    }
  }

  @Test
  void everyThreeSecondsTheFilesHaveNearlyAll() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400}");
      call.start();
      for (int round = 0; round < 3; round++) {
        call.run(Duration.ofSeconds(3));
        // As a killed server would leave them: not stopped, not committed.
        long now = System.currentTimeMillis();
        long zero = call.log("capture_started").get(0).getJsonNumber("at").longValue();
        List<Packet> packets = CallFiles.packets(call.file(call.track(stream, "audio")));
        assertThat(packets.get(packets.size() - 1).timeMs()).isGreaterThan(now - zero - 2_000);
      }
      call.recorder.stop("test");
    }
  }

  @Test
  void theTabItselfIsRecordedWhenWanted() throws Exception {
    CapturePlan plan =
        new CapturePlan(
            RecordingSpec.Audio.PER_SPEAKER,
            RecordingSpec.Video.TAB,
            true,
            true,
            true,
            false,
            AudioShape.OWN_TRACKS);
    try (LoopbackCall call = new LoopbackCall(dir, plan)) {
      call.guest("{hz: 500}");
      call.start();
      call.run(Duration.ofSeconds(6));
      call.recorder.stop("test");

      assertThat(call.faults).isEmpty();
      JsonObject tab =
          call.log("track").stream()
              .filter(t -> t.getString("kind").equals("tab"))
              .findFirst()
              .orElseThrow();
      assertThat(tab.getString("method")).isEqualTo("tab_capture");
      Path file = call.file(tab);
      assertThat(Sound.of(file).dominantHz()).isCloseTo(500, within(6.0));
      String size = Ffmpeg.probe(file, "stream=width,height", "-select_streams", "v:0");
      assertThat(size.strip()).isEqualTo("1280,720");
      assertThat(call.log("track"))
          .noneMatch(t -> t.getString("kind").equals("video"))
          .anyMatch(t -> t.getString("kind").equals("audio"));
    }
  }

  /** Which tenths of a second of the track were louder than -50 dBov. */
  private static boolean[] loud(LoopbackCall call, int track) {
    boolean[] loud = new boolean[300];
    int end = 0;
    for (JsonObject line : call.log("levels")) {
      if (line.getInt("track") == track) {
        for (int i = 0; i < line.getJsonArray("dbov").size(); i++) {
          int bin = (line.getInt("fromMs") + i * line.getInt("stepMs")) / 100;
          loud[bin] = loud[bin] || line.getJsonArray("dbov").getInt(i) < 50;
          end = Math.max(end, bin + 1);
        }
      }
    }
    return Arrays.copyOf(loud, end);
  }
}
