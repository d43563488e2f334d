package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.RecordingSpec;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finalizing when something is missing, when it is done twice, and what it costs. */
class FinalizerFaultIT extends FinalizerBench {
  @Test
  void withoutFfmpegEverythingElseIsWrittenAndTheCaptureKept() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 1), 2);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera").track(1, "s", OPUS, tone, 0);

    FinalizedRecording done = finish(RecordingSpec.DEFAULTS, "no-such-ffmpeg");

    assertThat(done.warnings()).hasSize(2).allMatch(w -> w.contains("no-such-ffmpeg"));
    assertThat(read(out("audio.ann.webm"))).hasSameSizeAs(tone);
    assertThat(manifest().getJsonArray("warnings")).hasSize(2);
    assertThat(kit.file("t1.mkv")).exists();
    assertThat(out("video.webm")).doesNotExist();
  }

  @Test
  void whatWasStoppedHalfWayIsNoResultAndIsMadeByTheNextOne() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 1), 2);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera").track(1, "s", OPUS, tone, 0);
    Finalizer stopped = new Finalizer(store, FinalizerSettings.in(temp.resolve("work")));
    stopped.close();
    FinalizeRequest request =
        new FinalizeRequest(
            CaptureKit.job(RecordingSpec.DEFAULTS), "completed", null, "meeting_ended");

    assertThatThrownBy(() -> stopped.finish(request)).isInstanceOf(InterruptedIOException.class);

    assertThat(out("manifest.json")).doesNotExist();
    assertThat(kit.file("t1.mkv")).exists();
    assertThat(finish(RecordingSpec.DEFAULTS).warnings()).isEmpty();
    assertThat(out("video.webm")).exists();
  }

  @Test
  void aJobThatRecordedNothingHasAManifestWithItsExitAndEvidence() throws Exception {
    Files.createDirectories(out("evidence"));
    Files.writeString(out("evidence/page.txt"), "You cannot join");
    FinalizerSettings settings = FinalizerSettings.in(temp.resolve("work"));
    Failure failure = new Failure(FailureCode.HOST_DENIED_ADMISSION, "the host denied entry");
    try (Finalizer finalizer = new Finalizer(store, settings)) {
      FinalizedRecording done =
          finalizer.finish(
              new FinalizeRequest(
                  CaptureKit.job(RecordingSpec.DEFAULTS), "failed", failure, "denied"));
      assertThat(done.durationMs()).isZero();
    }
    assertThat(manifest().isNull("recording")).isTrue();
    assertThat(manifest().getJsonObject("exit").toString())
        .isEqualTo(
            "{\"status\":\"failed\",\"failureCode\":\"host_denied_admission\","
                + "\"failureDetail\":\"the host denied entry\",\"endReason\":\"denied\"}");
    assertThat(entry("evidence/page.txt").getInt("bytes")).isEqualTo(15);
  }

  @Test
  void composingThreePeopleCostsLessThanRealTimeOnTwoCores() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 20), 20);
    List<Packet> video = tool.video("testsrc2=size=640x360:rate=15", 20);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    for (int i = 0; i < 3; i++) {
      kit.joined("p" + i, "Person " + i, 0).source("s" + i, "p" + i, "camera");
      kit.track(2 * i, "s" + i, OPUS, tone, 10 * i).track(2 * i + 1, "s" + i, VP8, video, 10 * i);
      String facts = "\"track\":%d,\"fromMs\":%d,\"stepMs\":100,\"dbov\":%s";
      kit.log("levels", 20_000, facts.formatted(2 * i, 6_000 * i, loud(60)));
    }
    double before = cpuSeconds();
    long began = System.nanoTime();
    assertThat(finish(spec(RecordingSpec.Layout.SPEAKER)).warnings()).isEmpty();
    double perMinute = (cpuSeconds() - before) * 3;
    double wall = (System.nanoTime() - began) / 1e9 * 3;
    String said = "finalizing 3 people: %.1f CPU-s and %.1f s per recorded minute";
    System.getLogger(getClass().getName())
        .log(System.Logger.Level.INFO, said.formatted(perMinute, wall));
    assertThat(perMinute).isBetween(0.5, 120.0);
  }

  /** Of this process and of all that it started and waited for, in hundredths by Linux. */
  private static double cpuSeconds() throws IOException {
    String stat = Files.readString(Path.of("/proc/self/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return IntStream.rangeClosed(11, 14).mapToLong(i -> Long.parseLong(fields[i])).sum() / 100.0;
  }

  @Test
  void aSecondRunGivesTheSame() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 1), 2);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera").track(1, "s", OPUS, tone, 0);
    FinalizedRecording first = finish(RecordingSpec.DEFAULTS);
    String manifest = Files.readString(out("manifest.json"));
    assertThat(finish(RecordingSpec.DEFAULTS)).isEqualTo(first);
    assertThat(Files.readString(out("manifest.json"))).isEqualTo(manifest);
  }

  @Test
  void filesMuxedByTheBrowserGetADurationAndKeepTheirPlace() throws Exception {
    byte[] grown = CaptureKit.bytes(OPUS, tool.audio(beep(640, 1, 2), 4));
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera");
    kit.write("t1.webm", Arrays.copyOf(grown, grown.length - 50));
    kit.log(
        "track",
        1_500,
        "\"track\":1,\"kind\":\"audio\",\"codec\":\"opus\","
            + "\"method\":\"media_recorder\",\"streamId\":\"s\",\"file\":\"t1.webm\","
            + "\"firstMs\":1500");

    assertThat(finish(RecordingSpec.DEFAULTS).warnings()).isEmpty();

    assertThat(entry("audio.ann.webm").getInt("startOffsetMs")).isEqualTo(1_500);
    assertThat(entry("audio.ann.webm").getString("captureMethod")).isEqualTo("media_recorder");
    assertThat(entry("audio.ann.webm").getInt("durationMs")).isBetween(3_900, 4_100);
    double[] heard = FfmpegTool.tone(tool.samples(out("audio.mixed.webm")), 640);
    assertThat(FfmpegTool.onsetMs(heard, 0)).isBetween(2_480L, 2_520L);
  }
}
