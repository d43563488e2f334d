package dev.meetbot.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.lab.truth.SentSample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FrameRatioTest {
  private static final List<SentSample> SENT =
      IntStream.range(0, 30)
          .mapToObj(s -> new SentSample(1_000_000 + s * 1000.0, s * 15L, s * 5L, 1, 1, s * 50L))
          .toList();

  @Test
  void allFramesKeptIsARatioOfOne() {
    FrameRatio figures = FrameRatio.of(frames(150), 1_005_000, SENT, SentSample::cameraFrames);

    assertThat(figures.sentFps()).isCloseTo(15, within(0.01));
    assertThat(figures.ratio()).isCloseTo(1, within(0.01));
  }

  @Test
  void everyTenthFrameMissingIsARatioOfNineTenths() {
    List<Packet> frames =
        frames(200).stream().filter(f -> Math.round(f.atMs() / (1000 / 15.0)) % 10 != 3).toList();

    FrameRatio figures = FrameRatio.of(frames, 1_005_000, SENT, SentSample::cameraFrames);

    assertThat(figures.ratio()).isCloseTo(0.9, within(0.01));
  }

  @Test
  void onlyTheCommonWindowCounts() {
    FrameRatio figures = FrameRatio.of(frames(300), 1_020_000, SENT, SentSample::cameraFrames);

    assertThat(figures.ratio()).isCloseTo(1, within(0.02));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FrameRatio.of(frames(9), 1_100_000, SENT, SentSample::cameraFrames));
  }

  private static List<Packet> frames(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Packet(i * 1000 / 15.0, 1000 / 15.0))
        .toList();
  }
}
