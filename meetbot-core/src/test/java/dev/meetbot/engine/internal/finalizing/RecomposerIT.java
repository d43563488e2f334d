package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views made of the files that finalizing left, measured by ffmpeg. */
class RecomposerIT extends FinalizerBench {
  private static final ArtifactKey FOLDER = new ArtifactKey("acme/job-1");

  private static final Recomposer.Turn FREE =
      new Recomposer.Turn() {
        @Override
        public boolean begin() {
          return true;
        }

        @Override
        public void end() {}
      };

  private Recomposer recomposer() {
    return new Recomposer(
        store, new FinalizerSettings(temp.resolve("work"), "ffmpeg", "ffprobe", true));
  }

  /** Ann on camera from the start, Bob from 2 s on, Ann's screen from 4 to 7 s. */
  private void recorded() throws Exception {
    List<Packet> red = tool.video("color=red:size=640x360:rate=15", 8);
    List<Packet> white = tool.video("color=white:size=640x360:rate=15", 6);
    List<Packet> blue = tool.video("color=blue:size=640x360:rate=15", 3);
    CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
    kit.log(
        "participant_joined",
        0,
        "\"id\":\"me\",\"name\":\"meetbot\",\"host\":false,\"bot\":true,\"self\":true");
    kit.joined("a", "Ann", 0).joined("b", "Bob", 2_000);
    kit.source("sa", "a", "camera").source("sb", "b", "camera").source("scr", "a", "screen");
    kit.track(1, "sa", OPUS, tool.audio(beep(640, 1, 3), 8), 0).track(2, "sa", VP8, red, 0);
    kit.track(3, "sb", VP8, white, 2_000).track(4, "scr", VP8, blue, 4_000);
    kit.log("levels", 8_000, "\"track\":1,\"fromMs\":1000,\"stepMs\":100,\"dbov\":" + loud(20));
    kit.log("capture_stopped", 8_000, "\"reason\":\"x\"");
    assertThat(finish(spec(RecordingSpec.Layout.SHARE_FIRST)).warnings()).isEmpty();
  }

  @Test
  void twoOtherViewsAreMadeOfTheKeptFiles() throws Exception {
    recorded();
    assertThat(out("capture")).doesNotExist();
    long durationMs = manifest().getJsonObject("recording").getInt("durationMs");
    int before = manifest().getJsonArray("files").size();
    ComposedView gallery = new ComposedView(RecordingSpec.Layout.GALLERY, 640, 360);
    ComposedView speaker = new ComposedView(RecordingSpec.Layout.SPEAKER, 320, 480);

    try (Recomposer recomposer = recomposer()) {
      assertThat(recomposer.refusal(FOLDER)).isEmpty();
      assertThat(recomposer.compose(FOLDER, gallery, FREE)).isTrue();
      assertThat(recomposer.compose(FOLDER, speaker, FREE)).isTrue();
      assertThat(recomposer.compose(FOLDER, gallery, FREE)).as("again").isTrue();
    }

    assertThat(gallery.fileName()).isEqualTo("composition.gallery.640x360.webm");
    assertThat(manifest().getJsonArray("files")).hasSize(before + 2);
    assertThat(temp.resolve("work")).isEmptyDirectory();
    for (ComposedView view : List.of(gallery, speaker)) {
      JsonObject entry = entry(view.fileName());
      byte[] bytes = Files.readAllBytes(out(view.fileName()));
      assertThat(entry.getString("kind")).isEqualTo("composition");
      assertThat(entry.getString("mediaType")).isEqualTo("video/webm");
      assertThat(entry.getInt("bytes")).isEqualTo(bytes.length);
      assertThat(entry.getString("sha256"))
          .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
      assertThat(entry.getInt("startOffsetMs")).isZero();
      assertThat((long) entry.getInt("durationMs")).isEqualTo(durationMs);
      assertThat(tool.probe(out(view.fileName()), "-show_entries", "format=duration"))
          .startsWith("8.");
      assertThat(tool.complaints(out(view.fileName()))).isEmpty();
    }
    assertThat(size(gallery)).isEqualTo("vp8,640,360");
    assertThat(size(speaker)).isEqualTo("vp8,320,480");
    looks(gallery);
    float[] sound = tool.samples(out(gallery.fileName()));
    assertThat(FfmpegTool.onsetMs(FfmpegTool.tone(sound, 640), 0)).isBetween(970L, 1_030L);
  }

  /** Ann alone; beside Bob; and with her screen as a third: in rows of two. */
  private void looks(ComposedView gallery) throws Exception {
    int[] middle = tool.brightness(out(gallery.fileName()), "40:40:300:60");
    assertThat(middle).as("red is in the middle while she is alone").hasSizeGreaterThan(115);
    assertThat(Arrays.stream(middle, 3, 27)).allMatch(y -> y > 55 && y < 105);
    int[] right = tool.brightness(out(gallery.fileName()), "60:60:440:150");
    assertThat(Arrays.stream(right, 34, 57)).as("Bob is white").allMatch(y -> y > 190);
    int[] leftTop = tool.brightness(out(gallery.fileName()), "60:40:100:60");
    assertThat(Arrays.stream(leftTop, 64, 100)).as("the screen is blue").allMatch(y -> y < 55);
  }

  private String size(ComposedView view) throws Exception {
    return tool.probe(
        out(view.fileName()),
        "-select_streams",
        "v",
        "-show_entries",
        "stream=codec_name,width,height");
  }

  @Test
  void theSmallestPictureHasRoomForEverybodyToo() throws Exception {
    recorded();
    ComposedView tiny = new ComposedView(RecordingSpec.Layout.SPEAKER, 160, 90);
    try (Recomposer recomposer = recomposer()) {
      assertThat(recomposer.compose(FOLDER, tiny, FREE)).isTrue();
    }
    assertThat(size(tiny)).isEqualTo("vp8,160,90");
    assertThat(tool.complaints(out(tiny.fileName()))).isEmpty();
  }

  @Test
  void withoutVideosOrManifestThereIsNothingToCompose() throws Exception {
    try (Recomposer recomposer = recomposer()) {
      assertThat(recomposer.refusal(FOLDER).orElseThrow()).contains("no manifest");
      CaptureKit kit = new CaptureKit(store, 1, CaptureKit.ZERO);
      kit.joined("a", "Ann", 0).source("sa", "a", "camera");
      kit.track(1, "sa", OPUS, tool.audio(beep(640, 0, 1), 1), 0);
      kit.log("capture_stopped", 1_000, "\"reason\":\"x\"");
      finish(spec(RecordingSpec.Layout.SHARE_FIRST));
      assertThat(recomposer.refusal(FOLDER).orElseThrow()).contains("no videos");
      ComposedView view = new ComposedView(RecordingSpec.Layout.GALLERY, 640, 360);
      assertThatExceptionOfType(NotKeptException.class)
          .isThrownBy(() -> recomposer.compose(FOLDER, view, FREE));
      assertThat(out(view.fileName())).doesNotExist();
    }
  }

  @Test
  void whatIsDeletedMeanwhileStaysOutOfTheManifest() throws Exception {
    recorded();
    String before = Files.readString(out("manifest.json"));
    Recomposer.Turn refused =
        new Recomposer.Turn() {
          @Override
          public boolean begin() {
            return false;
          }

          @Override
          public void end() {
            throw new AssertionError("there was no turn");
          }
        };
    try (Recomposer recomposer = recomposer()) {
      ComposedView view = new ComposedView(RecordingSpec.Layout.GALLERY, 160, 90);
      assertThat(recomposer.compose(FOLDER, view, refused)).isFalse();
    }
    assertThat(Files.readString(out("manifest.json"))).isEqualTo(before);
  }
}
