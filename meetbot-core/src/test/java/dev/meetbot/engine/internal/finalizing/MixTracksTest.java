package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.finalizing.MixTracks.Received;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.AudioShape;
import java.util.List;
import org.junit.jupiter.api.Test;

class MixTracksTest {
  private static final Received MAIN =
      received(2, true, new Span(0, 100_000), new Span(5_000, 30_000), new Span(60_000, 99_000));
  private static final Received OTHER =
      received(1, false, new Span(0, 120_000), new Span(5_000, 110_000));

  @Test
  void theMainOneIsUsedAndTheOtherWhereItIsMissingOrSilentForLong() {
    MixTracks chosen = MixTracks.choose(List.of(OTHER, MAIN));
    assertThat(chosen.used(MAIN.track().id()))
        .containsExactly(new Span(0, 30_000), new Span(60_000, 100_000));
    assertThat(chosen.used(OTHER.track().id()))
        .containsExactly(new Span(30_000, 60_000), new Span(100_000, 120_000));
    assertThat(chosen.events())
        .extracting(e -> e.type() + " " + e.atMs())
        .containsExactly("other_mix_used 30000", "other_mix_used 100000");
  }

  @Test
  void aSilenceInWhichTheOtherIsSilentTooIsASilence() {
    Received quiet = received(1, false, new Span(0, 100_000), new Span(5_000, 30_000));
    MixTracks chosen = MixTracks.choose(List.of(quiet, MAIN));
    assertThat(chosen.used(MAIN.track().id())).containsExactly(MAIN.span());
    assertThat(chosen.used(quiet.track().id())).isEmpty();
    assertThat(chosen.events()).isEmpty();
  }

  @Test
  void withoutAMainOneTheOneThatIsHeardMostIsUsed() {
    Received empty = received(3, false, new Span(0, 120_000));
    MixTracks chosen = MixTracks.choose(List.of(empty, OTHER));
    assertThat(chosen.used(OTHER.track().id())).containsExactly(OTHER.span());
    assertThat(chosen.used(empty.track().id())).isEmpty();
  }

  private static Received received(int number, boolean main, Span span, Span... loud) {
    CapturedTrack track =
        new CapturedTrack(
            new CapturedTrack.Id(1, number),
            CapturedTrack.Kind.AUDIO,
            "opus",
            "tap",
            new ArtifactKey("t" + number),
            0,
            0,
            0,
            null,
            new CapturedTrack.Stream("s", main, AudioShape.MIX));
    return new Received(track, span, List.of(loud));
  }
}
