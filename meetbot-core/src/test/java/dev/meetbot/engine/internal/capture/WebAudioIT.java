package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.OpusPacket;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.meeting.AudioShape;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pages that decode by themselves and play through Web Audio. */
@Timeout(120)
class WebAudioIT {
  private static final CapturePlan PLAN =
      new CapturePlan(
          RecordingSpec.Audio.PER_SPEAKER,
          RecordingSpec.Video.NONE,
          true,
          true,
          true,
          false,
          AudioShape.WEB_AUDIO);

  @TempDir Path dir;

  @Test
  void whatThePagePlaysIsRecordedWhereItWasPlayed() throws Exception {
    try (LoopbackCall call = open(PLAN)) {
      call.lab("running(0)");
      call.start();
      List<Double> truth = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        truth.add(Double.valueOf(call.lab("tone(500, 400, 600)")));
        call.run(Duration.ofMillis(1_600));
      }
      assertThat(call.lab("chained()")).isEqualTo("true");
      assertThat(Double.parseDouble(call.lab("offline()"))).isEqualTo(0.25);
      call.recorder.stop("test");

      assertThat(call.faults).isEmpty();
      List<JsonObject> tracks = tracks(call);
      assertThat(tracks).hasSize(1);
      double zero = call.log("capture_started").get(0).getJsonNumber("at").doubleValue();
      double first = tracks.get(0).getJsonNumber("firstMs").doubleValue();
      assertThat(packets(call.file(tracks.get(0))))
          .hasSizeGreaterThan(60)
          .allMatch(p -> OpusPacket.samples(p.data()) > 0);
      Tones tones = Tones.of(call.file(tracks.get(0)), 500);
      List<Double> errors = new ArrayList<>();
      for (double at : truth) {
        errors.add(tones.onsetNear(at - zero - first) + first - (at - zero));
      }
      System.getLogger("WebAudioIT").log(System.Logger.Level.INFO, "errors {0} ms", errors);
      assertThat(errors).allSatisfy(e -> assertThat(e).isCloseTo(0, within(30.0)));
      for (double at : truth) {
        assertThat(loudFrom(call, at - zero)).isCloseTo(at - zero, within(60.0));
      }
      assertThat(call.recorder.health().lastAudioAt()).isNotNull();
    }
  }

  @Test
  void contextsComeAndGoAndBreaksStayBreaks() throws Exception {
    try (LoopbackCall call = open(PLAN)) {
      call.lab("running(0)");
      call.lab("tone(300, 0, 100)");
      call.start();
      call.run(Duration.ofSeconds(1));
      call.lab("suspend(0)");
      call.run(Duration.ofSeconds(2));
      call.lab("resume(0)");
      call.run(Duration.ofMillis(600));
      double zero = call.log("capture_started").get(0).getJsonNumber("at").doubleValue();
      double resumed = Double.parseDouble(call.lab("tone(500, 300, 500)")) - zero;
      call.lab("more()");
      call.lab("running(1)");
      call.lab("tone(700, 100, 1000, 1)");
      call.run(Duration.ofMillis(1_500));
      call.lab("close(1)");
      call.run(Duration.ofMillis(600));
      call.recorder.stop("test");

      List<JsonObject> tracks = tracks(call);
      assertThat(tracks).hasSize(3);
      double first = tracks.get(1).getJsonNumber("firstMs").doubleValue();
      Tones again = Tones.of(call.file(tracks.get(1)), 500);
      assertThat(again.onsetNear(resumed - first) + first).isCloseTo(resumed, within(30.0));
      assertThat(Sound.of(call.file(tracks.get(2))).dominantHz()).isCloseTo(700, within(6.0));
      assertThat(call.log("track_ended")).hasSize(3);
    }
  }

  @Test
  void nothingOfAPauseAndOfWhatIsCutOffIsKept() throws Exception {
    try (LoopbackCall call = open(PLAN)) {
      call.lab("running(0)");
      call.start();
      call.lab("tone(300, 0, 100)");
      call.run(Duration.ofSeconds(1));
      call.recorder.pause();
      call.lab("tone(900, 0, 800)");
      call.run(Duration.ofSeconds(2));
      call.recorder.resume();
      call.run(Duration.ofMillis(500));
      double zero = call.log("capture_started").get(0).getJsonNumber("at").doubleValue();
      double cut = Double.parseDouble(call.lab("cutOff(500, 700)")) - zero;
      call.run(Duration.ofMillis(1_500));
      call.recorder.stop("test");

      List<JsonObject> tracks = tracks(call);
      assertThat(tracks).hasSize(2);
      double first = tracks.get(1).getJsonNumber("firstMs").doubleValue();
      Tones sound = Tones.of(call.file(tracks.get(1)), 500);
      assertThat(sound.lastLoud() + first).isCloseTo(cut, within(60.0));
      for (JsonObject track : tracks) {
        assertThat(Tones.of(call.file(track), 900).loudest()).isLessThan(0.15);
      }
    }
  }

  @Test
  void whatAnElementPlaysOfAStreamIsRecordedAndOtherStreamsAreNot() throws Exception {
    try (LoopbackCall call = open(PLAN)) {
      call.lab("running(0)");
      call.start();
      double at = Double.parseDouble(call.lab("byElement(500, 900, 600)"));
      call.run(Duration.ofMillis(1_600));
      double zero = call.log("capture_started").get(0).getJsonNumber("at").doubleValue();
      call.recorder.stop("test");

      List<JsonObject> tracks = tracks(call);
      assertThat(tracks).hasSize(1);
      double first = tracks.get(0).getJsonNumber("firstMs").doubleValue();
      Tones tones = Tones.of(call.file(tracks.get(0)), 500);
      assertThat(tones.onsetNear(at - zero - first) + first).isCloseTo(at - zero, within(30.0));
      assertThat(Tones.of(call.file(tracks.get(0)), 900).loudest()).isLessThan(0.15);
    }
  }

  /** As finalizing reads them. */
  private static List<Packet> packets(Path file) throws Exception {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }

  private LoopbackCall open(CapturePlan plan) {
    return new LoopbackCall(dir, plan, "", "web-audio.html");
  }

  private static List<JsonObject> tracks(LoopbackCall call) {
    List<JsonObject> tracks = call.log("track");
    assertThat(tracks)
        .allSatisfy(t -> assertThat(t.getString("method")).isEqualTo("web_audio"))
        .allSatisfy(t -> assertThat(t.getString("kind")).isEqualTo("audio"));
    return tracks;
  }

  /** The logged beginning of loudness that is next to that time. */
  private static double loudFrom(LoopbackCall call, double nearMs) {
    double best = Double.NEGATIVE_INFINITY;
    boolean before = false;
    for (JsonObject line : call.log("levels")) {
      for (int i = 0; i < line.getJsonArray("dbov").size(); i++) {
        double at = line.getInt("fromMs") + line.getInt("stepMs") * (double) i;
        boolean loud = line.getJsonArray("dbov").getInt(i) < 45;
        if (loud && !before && Math.abs(at - nearMs) < Math.abs(best - nearMs)) {
          best = at;
        }
        before = loud;
      }
      before = false;
    }
    return best;
  }
}
