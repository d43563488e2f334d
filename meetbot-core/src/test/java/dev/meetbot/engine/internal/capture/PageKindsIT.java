package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.engine.internal.capture.matroska.Ffmpeg;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The recorder on pages that make their calls in other ways, on a real call in a real browser. */
class PageKindsIT {
  @TempDir Path dir;

  @Test
  void aPageThatForbidsWorkersIsTappedOnItsOwnThread() throws Exception {
    tappedUnder("require-trusted-types-for 'script'; trusted-types 'none'; worker-src 'self'");
  }

  @Test
  @Tag("long")
  void soIsOneThatForbidsNothingElse() throws Exception {
    tappedUnder("worker-src 'self'");
  }

  private void tappedUnder(String policy) throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL, policy)) {
      String stream = call.guest("{hz: 500}");
      call.start();
      call.run(Duration.ofSeconds(5));
      RecorderHealth health = call.recorder.stop("test");

      assertThat(health.lostAudioPackets()).isZero();
      assertThat(call.stats().getJsonObject(0).getInt("decoded")).isGreaterThan(30);
      CallFiles.checkAudio(call, stream, 500, 900);
      CallFiles.checkVideo(call, stream);
    }
  }

  /**
   * Where the page calls, its receivers are there before their tracks, and they are tapped then.
   */
  @Test
  void aPageThatHasItsReceiversLongBeforeTheirTracksIsTapped() throws Exception {
    tappedWhenCalled("offer");
  }

  @Tag("long")
  @ParameterizedTest
  @ValueSource(strings = {"tracks", "transceivers", "later"})
  void howeverItMakesItsReceivers(String called) throws Exception {
    tappedWhenCalled(called);
  }

  private void tappedWhenCalled(String called) throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 500, called: '%s'}".formatted(called));
      call.start();
      call.run(Duration.ofSeconds(5));
      call.recorder.stop("test");

      assertThat(call.track(stream, "video").getString("method")).isEqualTo("tap");
      CallFiles.checkAudio(call, stream, 500, 900);
      CallFiles.checkVideo(call, stream);
    }
  }

  @Test
  void aCallerThatForbidsWorkersIsRecordedAllTheSame() throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL, "worker-src 'self'")) {
      String stream = call.guest("{hz: 500, called: 'transceivers'}");
      call.start();
      call.run(Duration.ofSeconds(5));
      call.recorder.stop("test");

      assertThat(call.stats().getJsonObject(0).getInt("decoded")).isGreaterThan(30);
      for (String kind : List.of("audio", "video")) {
        assertThat(call.file(call.track(stream, kind))).isNotEmptyFile();
      }
    }
  }

  @Test
  void aCallerWithItsOwnTransformKeepsItAndIsRecordedByMediaRecorder() throws Exception {
    callerKeepsItsOwn("script");
  }

  @Test
  @Tag("long")
  void soDoesACallerWithStreams() throws Exception {
    callerKeepsItsOwn("streams");
  }

  private void callerKeepsItsOwn(String own) throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream =
          call.guest(
              "{hz: 600, called: 'transceivers', early: true, %s}".formatted(withItsOwn(own)));
      call.start();
      call.run(Duration.ofSeconds(6));
      call.recorder.stop("test");

      assertThat(call.stats().getJsonObject(0).getInt("own")).isEqualTo(2);
      assertThat(call.stats().getJsonObject(0).getInt("decoded")).isGreaterThan(30);
      for (String kind : List.of("audio", "video")) {
        JsonObject track = call.track(stream, kind);
        assertThat(track.getString("method")).isEqualTo("media_recorder");
      }
    }
  }

  @Test
  void aPageWithItsOwnTransformKeepsItAndIsRecordedByMediaRecorder() throws Exception {
    pageKeepsItsOwn("streams");
  }

  @Test
  @Tag("long")
  void soDoesAPageWithAScript() throws Exception {
    pageKeepsItsOwn("script");
  }

  private void pageKeepsItsOwn(String own) throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 600, play: false, %s}".formatted(withItsOwn(own)));
      call.start();
      call.run(Duration.ofSeconds(6));
      call.recorder.stop("test");

      assertThat(call.stats().getJsonObject(0).getInt("own")).isEqualTo(2);
      List<JsonObject> recorded =
          call.log("track").stream()
              .filter(t -> t.getString("method").equals("media_recorder"))
              .toList();
      assertThat(recorded).extracting(t -> t.getString("kind")).contains("audio", "video");
      for (JsonObject track : recorded) {
        assertThat(track.getString("streamId")).isEqualTo(stream);
        assertThat(track.getInt("firstMs")).isBetween(-5_000, 3_000);
        if (track.getString("kind").equals("audio")) {
          Sound sound = Sound.of(call.file(track));
          assertThat(sound.dominantHz()).isCloseTo(600, within(6.0));
          assertThat(sound.seconds()).isGreaterThan(3);
        } else {
          String frames = Ffmpeg.probe(call.file(track), "stream=nb_read_frames", "-count_frames");
          assertThat(Integer.parseInt(frames.strip())).isGreaterThan(20);
        }
      }
    }
  }

  /** A guest's options so that the page transforms what it receives: by a script, or by streams. */
  private static String withItsOwn(String own) {
    boolean streams = own.equals("streams");
    return "ownTransform: '%s', receiverConfig: %s"
        .formatted(own, streams ? "{encodedInsertableStreams: true}" : "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vp9", "h264", "av1"})
  void otherCodecsAreKeptAsSent(String codec) throws Exception {
    try (LoopbackCall call = new LoopbackCall(dir, LoopbackCall.ALL)) {
      String stream = call.guest("{hz: 400, codec: '%s'}".formatted(codec));
      call.start();
      call.run(Duration.ofSeconds(5));
      call.recorder.stop("test");
      assertThat(call.track(stream, "video").getString("codec")).isEqualTo(codec);
      CallFiles.checkVideo(call, stream);
    }
  }
}
