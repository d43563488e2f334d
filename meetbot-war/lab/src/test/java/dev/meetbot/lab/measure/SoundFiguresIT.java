package dev.meetbot.lab.measure;

import static dev.meetbot.lab.measure.Synthetic.ADA_SPEECH;
import static dev.meetbot.lab.measure.Synthetic.GRACE_SPEECH;
import static dev.meetbot.lab.measure.Synthetic.ffmpeg;
import static dev.meetbot.lab.measure.Synthetic.opus;
import static dev.meetbot.lab.measure.Synthetic.tone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class SoundFiguresIT {
  private static final List<Speech> ALL = List.of(ADA_SPEECH, GRACE_SPEECH);

  @TempDir Path dir;

  @Test
  void aSoundFileHasNoFault() {
    Path file = opus(dir.resolve("a.webm"), tone(ADA_SPEECH, 0.3, 0));

    SpeakerFigures figures = SpeakerFigures.of(file, 0, ADA_SPEECH, ALL);

    assertThat(figures.dominantHz()).isCloseTo(440, within(1.0));
    assertThat(figures.othersDb()).isLessThan(-45);
    assertThat(figures.onsets().expected()).isEqualTo(2);
    assertThat(figures.onsets().errorsMs()).hasSize(2);
    assertThat(figures.onsets().worstMs()).isCloseTo(0, within(12.0));
    assertThat(PacketLoss.of(Packet.of(file, "a"), List.of())).isEqualTo(new PacketLoss(501, 0));
  }

  @Test
  void aDelayOf120MsIsSeen() {
    Path file = opus(dir.resolve("a.webm"), tone(ADA_SPEECH, 0.3, 120));

    SpeakerFigures figures = SpeakerFigures.of(file, 0, ADA_SPEECH, ALL);

    assertThat(figures.onsets().medianMs()).isCloseTo(120, within(12.0));
  }

  @Test
  void aWrongStartOffsetIsSeen() {
    Path file = opus(dir.resolve("a.webm"), tone(ADA_SPEECH, 0.3, 0));

    SpeakerFigures figures = SpeakerFigures.of(file, -80, ADA_SPEECH, ALL);

    assertThat(figures.onsets().medianMs()).isCloseTo(-80, within(12.0));
  }

  @Test
  void aLeakedToneIsSeenWhileTheOwnerSpeaksAndWhileItIsSilent() {
    double faint = 0.3 * Math.pow(10, -25 / 20.0);
    Speech turnOfGrace = new Speech(GRACE_SPEECH.voice(), List.of(new Span(3600, 5800)));
    Path file =
        opus(dir.resolve("a.webm"), tone(ADA_SPEECH, 0.3, 0) + "+" + tone(turnOfGrace, faint, 0));

    assertThat(SpeakerFigures.of(file, 0, ADA_SPEECH, ALL).othersDb()).isCloseTo(-25, within(1.5));

    Speech together = new Speech(GRACE_SPEECH.voice(), ADA_SPEECH.spans());
    Path mixed =
        opus(dir.resolve("b.webm"), tone(ADA_SPEECH, 0.3, 0) + "+" + tone(together, faint, 0));

    assertThat(SpeakerFigures.of(mixed, 0, ADA_SPEECH, ALL).othersDb()).isCloseTo(-25, within(1.5));
  }

  @Test
  void anothersToneIsSeenAsTheDominantOne() {
    Speech swapped = new Speech(new Voice("Grace", 620, 120), ADA_SPEECH.spans());
    Path file = opus(dir.resolve("a.webm"), tone(swapped, 0.3, 0));

    SpeakerFigures figures = SpeakerFigures.of(file, 0, ADA_SPEECH, ALL);

    assertThat(figures.dominantHz()).isCloseTo(620, within(1.0));
    assertThat(figures.othersDb()).isGreaterThan(20);
    assertThat(figures.onsets().errorsMs()).isEmpty();
  }

  @Test
  void aDroppedPacketIsCountedAndDoesNotMoveWhatFollows() {
    Path whole = opus(dir.resolve("a.webm"), tone(ADA_SPEECH, 0.3, 0));
    Path torn = dir.resolve("b.webm");
    ffmpeg(
        "-i",
        whole.toString(),
        "-c",
        "copy",
        "-bsf:a",
        "noise=amount=0:drop='eq(n,100)+eq(n,200)+eq(n,201)'",
        torn.toString());

    assertThat(PacketLoss.of(Packet.of(torn, "a"), List.of())).isEqualTo(new PacketLoss(498, 3));
    assertThat(PacketLoss.of(Packet.of(torn, "a"), List.of(new Span(3900, 4100))).lost())
        .isEqualTo(1);
    SpeakerFigures figures = SpeakerFigures.of(torn, 0, ADA_SPEECH, ALL);
    assertThat(figures.onsets().errorsMs()).hasSize(2);
    assertThat(figures.onsets().worstMs()).isCloseTo(0, within(14.0));
  }
}
