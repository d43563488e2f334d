package dev.meetbot.lab.measure;

import static dev.meetbot.lab.measure.Synthetic.ADA;
import static dev.meetbot.lab.measure.Synthetic.GRACE;
import static dev.meetbot.lab.measure.Synthetic.GRACE_SPEECH;
import static dev.meetbot.lab.measure.Synthetic.film;
import static dev.meetbot.lab.measure.Synthetic.opus;
import static dev.meetbot.lab.measure.Synthetic.tone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** One packet and one picture too many are found. */
@Isolated
class TracesIT {
  private static final Speech PACKET = new Speech(ADA, List.of(new Span(7000, 7020)));
  private static final Speech PICTURE = new Speech(ADA, List.of(new Span(7000, 7060)));

  @TempDir Path dir;

  @Test
  void a_single_packet_beside_anothers_speech_is_found() {
    Path clean = opus(dir.resolve("clean.webm"), tone(GRACE_SPEECH, 0.3, 0));
    Path leaky =
        opus(dir.resolve("leaky.webm"), tone(GRACE_SPEECH, 0.3, 0) + "+" + tone(PACKET, 0.3, 0));
    assertThat(Traces.of(clean, ADA, Traces.ALL, List.of(GRACE)).tone()).isLessThan(0.015);
    Traces found = Traces.of(leaky, ADA, Traces.ALL, List.of(GRACE));
    assertThat(found.tone()).isGreaterThan(0.06);
    assertThat(found.atMs()).isBetween(6_980.0, 7_040.0);
    List<Span> elsewhere = List.of(new Span(0, 6_900), new Span(7_200, 10_000));
    assertThat(Traces.of(leaky, ADA, elsewhere, List.of(GRACE)).tone()).isLessThan(0.015);
  }

  @Test
  void a_single_picture_is_found() {
    Path leaky = film(dir.resolve("film.webm"), PICTURE, "0xFFB0B0", 0);
    assertThat(Traces.of(leaky, ADA, Traces.ALL, List.of()).brightFrames()).isEqualTo(1);
    assertThat(Traces.of(leaky, GRACE, Traces.ALL, List.of()).brightFrames()).isZero();
  }
}
