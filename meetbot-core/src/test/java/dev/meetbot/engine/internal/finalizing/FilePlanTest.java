package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.util.List;
import org.junit.jupiter.api.Test;

class FilePlanTest {
  private static final FileNames NAMES =
      FileNames.of(List.of(new Person("a", "Ann", false, false, false, List.of(), null)));

  private static TrackScan scan(int number, Codec codec, boolean screen, long from, long to) {
    boolean audio = codec == Codec.OPUS;
    CapturedTrack track =
        new CapturedTrack(
            new CapturedTrack.Id(1, number),
            audio ? CapturedTrack.Kind.AUDIO : CapturedTrack.Kind.VIDEO,
            codec.wireName(),
            "tap",
            new ArtifactKey("t" + number),
            0,
            0,
            0,
            new Owner("a", screen));
    TrackFormat format = audio ? TrackFormat.opus() : TrackFormat.video(codec, 640, 360);
    Span span = new Span(from, to);
    return new TrackScan(track, format, span, List.of(span), 640, 360);
  }

  private static List<Integer> numbers(FilePlan plan) {
    return plan.tracks().stream().map(t -> t.track().id().number()).toList();
  }

  @Test
  void tracksThatFollowOneAnotherShareAFile() {
    List<FilePlan> plans =
        FilePlan.of(
            List.of(
                scan(2, Codec.OPUS, false, 9_900, 12_000), scan(1, Codec.OPUS, false, 0, 10_000)),
            NAMES);
    assertThat(plans).hasSize(1);
    assertThat(numbers(plans.get(0))).containsExactly(1, 2);
    assertThat(plans.get(0).fileName()).isEqualTo("audio.ann.webm");
  }

  @Test
  void tracksAtTheSameTimeAndOtherCodecsHaveFilesOfTheirOwn() {
    List<FilePlan> plans =
        FilePlan.of(
            List.of(
                scan(1, Codec.VP8, false, 0, 10_000),
                scan(2, Codec.VP8, false, 5_000, 8_000),
                scan(3, Codec.H264, false, 11_000, 12_000),
                scan(4, Codec.VP8, true, 1_000, 2_000),
                scan(5, Codec.OPUS, true, 1_000, 2_000)),
            NAMES);
    assertThat(plans)
        .extracting(FilePlan::fileName)
        .containsExactly(
            "video.ann.webm",
            "video.ann.webm",
            "video.ann.mkv",
            "screen.ann.webm",
            "screen-audio.ann.webm");
  }
}
