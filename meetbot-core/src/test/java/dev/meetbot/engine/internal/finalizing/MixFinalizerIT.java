package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of people whose sound came in shared tracks. */
class MixFinalizerIT extends FinalizerBench {
  private static final RecordingSpec SOUND =
      new RecordingSpec(
          RecordingSpec.Audio.PER_SPEAKER,
          RecordingSpec.Video.NONE,
          RecordingSpec.Layout.SPEAKER,
          true,
          true,
          true);
  private static final String LEVELS = "\"track\":%d,\"fromMs\":%d,\"stepMs\":100,\"dbov\":%s";

  private CaptureKit kit(String shape) {
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.log("capture_started", 0, "\"shape\":\"" + shape + "\"");
    return kit.joined("a", "Ann", 0).joined("b", "Ann", 0);
  }

  private static void mark(CaptureKit kit, String id, long from, long to) {
    String facts = "\"participantId\":\"%s\",\"on\":%s,\"source\":\"data_channel\"";
    kit.log("speaking_hint", from, facts.formatted(id, true));
    kit.log("speaking_hint", to, facts.formatted(id, false));
  }

  /** Ann from 1 to 3 s, Ann the second from 4 to 6 s, somebody from 7 to 8 s. */
  private void mixed(CaptureKit kit) {
    kit.log("levels", 9_000, LEVELS.formatted(1, 1_000, loud(20)));
    kit.log("levels", 9_000, LEVELS.formatted(1, 4_000, loud(20)));
    kit.log("levels", 9_000, LEVELS.formatted(1, 7_000, loud(10)));
    mark(kit, "a", 1_200, 3_200);
    mark(kit, "b", 4_200, 6_200);
    kit.log("capture_stopped", 9_000, "\"reason\":\"x\"");
  }

  private List<Packet> sound() {
    String tones =
        "aevalsrc='0.5*(sin(2*PI*400*t)*between(t,1,3)+sin(2*PI*600*t)*between(t,4,6)"
            + "+sin(2*PI*900*t)*between(t,7,8))':s=48000";
    return tool.audio(tones, 9);
  }

  @Test
  void aTappedMixIsCutByTheTimelinePacketByPacket() throws Exception {
    List<Packet> sound = sound();
    CaptureKit kit = kit("mix").track(1, "mainAudio", OPUS, sound, 0);
    mixed(kit);

    assertThat(finish(SOUND).warnings()).isEmpty();

    check(sound, "tap_mix_cut");
    assertThat(entry("audio.mixed.webm").containsKey("cutFromMix")).isFalse();
  }

  @Test
  void whatAPagePlayedIsCutAsWell() throws Exception {
    List<Packet> sound = sound();
    CaptureKit kit = kit("web_audio");
    kit.write("t1.webm", CaptureKit.bytes(OPUS, sound));
    kit.log(
        "track",
        0,
        "\"track\":1,\"kind\":\"audio\",\"codec\":\"opus\",\"method\":\"web_audio\","
            + "\"streamId\":\"s\",\"file\":\"t1.webm\",\"firstMs\":0");
    mixed(kit);

    assertThat(finish(SOUND).warnings()).isEmpty();

    check(sound, "web_audio_cut");
  }

  private void check(List<Packet> sound, String method) throws Exception {
    List<Packet> first = read(out("audio.ann.webm"));
    assertThat(first).hasSize(100);
    assertThat(first.get(0).data()).isEqualTo(sound.get(50).data());
    assertThat(entry("audio.ann.webm").getInt("startOffsetMs")).isBetween(990, 1_010);
    JsonObject second = entry("audio.ann-2.webm");
    assertThat(second.getString("speakerId")).isEqualTo("b");
    assertThat(second.getString("captureMethod")).isEqualTo(method);
    assertThat(second.getBoolean("cutFromMix")).isTrue();
    assertThat(second.getInt("startOffsetMs")).isBetween(3_990, 4_010);
    assertThat(manifest().getJsonArray("files").getValuesAs(JsonObject.class))
        .filteredOn(f -> f.getString("kind").equals("audio"))
        .hasSize(2);
    float[] mixed = tool.samples(out("audio.mixed.webm"));
    assertThat(mixed.length / 8.0).isBetween(8_980.0, 9_040.0);
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(mixed, 600), 3_500)).isBetween(3_980L, 4_020L);
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(mixed, 900), 6_500)).isBetween(6_980L, 7_020L);
    assertThat(Files.readString(out("timeline.json")))
        .contains("\"speakerId\":null,\"speaker\":\"unknown\",\"startMs\":7000,\"endMs\":8000");
  }

  @Test
  void aSourceThatComesInOneSlotAfterAnotherAndBackIsOneFile() throws Exception {
    List<Packet> tone = tool.audio(beep(640, 0, 9), 9);
    CaptureKit kit = kit("slots").source("csrc:5", "a", "camera");
    List<Packet> first = new ArrayList<>(CaptureKit.between(tone, 0, 2_000));
    first.addAll(CaptureKit.between(tone, 6_000, 10_000));
    kit.track(1, "csrc:5", OPUS, first, 0);
    kit.track(2, "csrc:5", OPUS, CaptureKit.between(tone, 2_000, 6_000), 0);
    kit.track(3, "csrc:6", OPUS, CaptureKit.between(tone, 0, 1_000), 0);
    kit.log("levels", 9_000, LEVELS.formatted(1, 0, loud(20)));
    kit.log("capture_stopped", 9_000, "\"reason\":\"x\"");

    assertThat(finish(SOUND).warnings()).isEmpty();

    List<Packet> whole = read(out("audio.ann.webm"));
    assertThat(whole).hasSameSizeAs(tone);
    assertThat(whole.get(250).data()).isEqualTo(tone.get(250).data());
    assertThat(entry("audio.ann.webm").getString("captureMethod")).isEqualTo("tap");
    assertThat(entry("audio.unknown-6.webm").getString("speaker")).isEqualTo("unknown");
  }
}
