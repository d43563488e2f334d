package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Finalizes captures made by ffmpeg and measures the files by ffmpeg. */
class FinalizerIT extends FinalizerBench {
  @Test
  void threePeopleBecomeFilesAMixAndAComposedVideo() throws Exception {
    List<Packet> tone440 = tool.audio(beep(440, 1, 3), 12);
    List<Packet> tone640 = tool.audio(beep(640, 1, 2), 8);
    List<Packet> tone900 = tool.audio(beep(900, 0.5, 2), 5);
    List<Packet> video = tool.video("testsrc=size=640x360:rate=15", 12);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.log(
        "participant_joined",
        0,
        "\"id\":\"me\",\"name\":\"meetbot\",\"host\":false," + "\"bot\":true,\"self\":true");
    kit.joined("a", "Ann", 0).joined("b", "Bob", 3_000).joined("c", "Bob", 5_000);
    kit.source("sa", "a", "camera").source("sb", "b", "camera").source("sc", "c", "camera");
    kit.track(1, "sa", OPUS, tone440, 0).track(2, "sa", VP8, video, 0);
    kit.track(3, "sb", OPUS, tone640, 3_217);
    kit.track(4, "sb", VP8, CaptureKit.between(video, 0, 8_000), 3_217);
    kit.track(5, "sc", OPUS, tone900, 5_003);
    kit.log("levels", 12_000, "\"track\":1,\"fromMs\":1000,\"stepMs\":100,\"dbov\":" + loud(20));
    kit.log("levels", 12_000, "\"track\":3,\"fromMs\":4200,\"stepMs\":100,\"dbov\":" + loud(10));
    kit.log("levels", 12_000, "\"track\":5,\"fromMs\":5500,\"stepMs\":100,\"dbov\":" + loud(15));
    kit.log(
        "chat",
        2_000,
        "\"id\":\"m1\",\"senderId\":\"a\",\"sender\":\"Ann\",\"atMs\":2000,\"text\":\"hi\"");
    kit.log("capture_stopped", 12_400, "\"reason\":\"meeting_ended\"");

    FinalizedRecording done = finish(spec(RecordingSpec.Layout.SPEAKER));

    assertThat(done.warnings()).isEmpty();
    assertThat(done.durationMs()).isEqualTo(12_400);
    assertThat(done.recordedSeconds()).isEqualTo(13);
    assertThat(store.acts.get(store.acts.size() - 2)).isEqualTo("commit acme/job-1/manifest.json");
    assertThat(store.acts.get(store.acts.size() - 1)).isEqualTo("delete acme/job-1/capture");
    assertThat(read(out("audio.ann.webm"))).hasSameSizeAs(tone440);
    assertThat(read(out("audio.bob.webm")).get(100).data()).isEqualTo(tone640.get(100).data());
    assertThat(entry("audio.bob.webm").getInt("startOffsetMs")).isEqualTo(3_217);
    assertThat(entry("audio.bob-2.webm").getInt("startOffsetMs")).isEqualTo(5_003);
    assertThat(entry("audio.bob-2.webm").getString("speakerId")).isEqualTo("c");
    assertThat(entry("video.bob.webm").getInt("startOffsetMs")).isEqualTo(3_217);
    float[] mixed = tool.samples(out("audio.mixed.webm"));
    assertThat(mixed.length / 8.0).isBetween(12_380.0, 12_420.0);
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(mixed, 440), 0)).isBetween(980L, 1_020L);
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(mixed, 640), 0)).isBetween(4_197L, 4_237L);
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(mixed, 900), 0)).isBetween(5_483L, 5_523L);
    assertThat(
            tool.probe(
                out("video.webm"),
                "-select_streams",
                "v",
                "-show_entries",
                "stream=codec_name,width,height,avg_frame_rate"))
        .isEqualTo("vp8,1280,720,15/1");
    assertThat(tool.probe(out("video.webm"), "-show_entries", "format=duration"))
        .startsWith("12.4");
    int[] large = tool.brightness(out("video.webm"), "1000:560:20:80");
    assertThat(large).hasSize(186);
    assertThat(Arrays.stream(large).min().orElse(0)).isGreaterThan(25);
    assertThat(tool.complaints(out("video.webm"))).isEmpty();
    for (JsonObject file : manifest().getJsonArray("files").getValuesAs(JsonObject.class)) {
      byte[] bytes = Files.readAllBytes(out(file.getString("name")));
      assertThat(file.getInt("bytes")).isEqualTo(bytes.length);
      assertThat(file.getString("sha256"))
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
    assertThat(Files.readString(out("timeline.json"))).contains("\"startMs\":4200,\"endMs\":5200");
    assertThat(temp.resolve("work")).isEmptyDirectory();
  }

  @Test
  void flashAndBeepStayTogetherInTheComposedVideo() throws Exception {
    String flash =
        "color=black:size=640x360:rate=15,geq=lum='if(between(T,%s,%s),235,16)':cb=128:cr=128";
    List<Packet> video = tool.video(flash.formatted("3", "3.5"), 6);
    List<Packet> sound = tool.audio(beep(640, 3, 3.5), 6);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera");
    kit.track(1, "s", OPUS, sound, 2_345).track(2, "s", VP8, video, 2_345);
    kit.log("capture_stopped", 9_000, "\"reason\":\"x\"");

    assertThat(finish(spec(RecordingSpec.Layout.SHARE_FIRST)).warnings()).isEmpty();

    int[] light = tool.brightness(out("video.webm"), "600:300:300:200");
    int first = IntStream.range(0, light.length).filter(i -> light[i] > 150).findFirst().orElse(-1);
    long beep = FfmpegTool.onsetMs(FfmpegTool.tone(tool.samples(out("video.webm")), 640), 0);
    System.Logger log = System.getLogger(getClass().getName());
    log.log(System.Logger.Level.INFO, "flash {0} ms, beep {1} ms", first * 1000L / 15, beep);
    assertThat(beep).isBetween(5_325L, 5_365L);
    assertThat(first * 1000L / 15 - beep).isBetween(-40L, 40L);
  }

  @Test
  void gapsPausesAndLostWorkersKeepTheirTime() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 10), 10);
    List<Packet> withHole = new ArrayList<>(CaptureKit.between(tone, 0, 2_000));
    withHole.addAll(CaptureKit.between(tone, 5_000, 6_000));
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera").track(1, "s", OPUS, withHole, 0);
    kit.log("pause", 2_000, "").log("resume", 5_000, "");
    kit.log("gap", 5_100, "\"fromMs\":5050,\"toMs\":5060,\"track\":1,\"reason\":\"dropped\"");
    kit.log("speaking_hint", 6_000, "\"participantId\":\"a\",\"on\":false");
    kit.raw("{\"t\":\"participant_le");
    byte[] whole = Files.readAllBytes(kit.file("t1.mkv"));
    kit.write("t1.mkv", Arrays.copyOf(whole, whole.length - 200));
    CaptureKit second = new CaptureKit(store, 2, CaptureKit.ZERO + 9_000);
    second.joined("a", "Ann", 100).source("s", "a", "camera");
    second.track(1, "s", OPUS, CaptureKit.between(tone, 0, 1_000), 500);
    second.log("capture_stopped", 2_000, "\"reason\":\"x\"");

    FinalizedRecording done = finish(RecordingSpec.DEFAULTS);

    assertThat(done.warnings()).isEmpty();
    assertThat(done.durationMs()).isEqualTo(11_000);
    assertThat(done.recordedSeconds()).isEqualTo(5);
    JsonObject recording = manifest().getJsonObject("recording");
    assertThat(recording.getJsonArray("pauses").toString())
        .isEqualTo("[{\"startMs\":2000,\"endMs\":5000}]");
    assertThat(recording.getJsonArray("gaps").toString())
        .contains("{\"startMs\":5050,\"endMs\":5060,\"track\":1,\"reason\":\"dropped\"}")
        .contains("{\"startMs\":6000,\"endMs\":9000,\"reason\":\"worker_lost\"}");
    List<Packet> kept = read(out("audio.ann.webm"));
    assertThat(kept).allMatch(p -> p.timeMs() < 2_000 || p.timeMs() >= 5_000);
    assertThat(kept.stream().filter(p -> p.timeMs() >= 2_000).findFirst().orElseThrow().timeMs())
        .isBetween(5_000L, 5_021L);
    assertThat(kept.stream().filter(p -> p.timeMs() > 6_000).findFirst().orElseThrow().timeMs())
        .isBetween(9_480L, 9_520L);
    double[] heard = FfmpegTool.tone(tool.samples(out("audio.mixed.webm")), 640);
    assertThat(FfmpegTool.onsetMs(heard, 3_000)).isBetween(4_980L, 5_020L);
    assertThat(FfmpegTool.onsetMs(heard, 7_000)).isBetween(9_480L, 9_520L);
    assertThat(heard[3_500 / 5]).isLessThan(0.001);
  }

  @Test
  void resolutionChangesDeltaStartAndScreenSharesAreComposed() throws Exception {
    List<Packet> small = tool.video("color=red:size=320x180:rate=15", 2);
    List<Packet> tall = tool.video("color=red:size=360x640:rate=15", 2);
    List<Packet> large = tool.video("color=red:size=1280x720:rate=15", 2);
    List<Packet> mixed = new ArrayList<>(CaptureKit.between(small, 1_000, 2_000));
    mixed.addAll(CaptureKit.shifted(small, 2_000));
    mixed.addAll(CaptureKit.shifted(tall, 4_000));
    mixed.addAll(CaptureKit.shifted(large, 6_000));
    List<Packet> screen = tool.video("color=blue:size=1920x1080:rate=5", 3);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.joined("a", "Ann", 0).source("s", "a", "camera").source("scr", "a", "screen");
    kit.track(1, "s", TrackFormat.video(Codec.VP8, 320, 180), mixed, 0);
    kit.track(2, "scr", TrackFormat.video(Codec.VP8, 1920, 1080), screen, 8_500);
    kit.log("capture_stopped", 12_500, "\"reason\":\"x\"");

    assertThat(finish(spec(RecordingSpec.Layout.SHARE_FIRST)).warnings()).isEmpty();

    assertThat(entry("video.ann.webm").getInt("startOffsetMs")).isEqualTo(2_000);
    assertThat(entry("screen.ann.webm").getString("kind")).isEqualTo("screen_video");
    assertThat(tool.complaints(out("video.ann.webm"))).isEmpty();
    // Red at the middle from the first picture to the last, whatever its size was.
    int[] middle = tool.brightness(out("video.webm"), "100:100:590:310");
    assertThat(middle).hasSize(188);
    assertThat(Arrays.stream(middle, 31, 118)).allMatch(y -> y > 55 && y < 105);
    assertThat(Arrays.stream(middle, 128, 170)).allMatch(y -> y < 55);
    assertThat(entry("video.webm").getInt("durationMs")).isEqualTo(12_500);
  }
}
