package dev.meetbot.lab.measure;

import static dev.meetbot.lab.measure.Synthetic.ADA;
import static dev.meetbot.lab.measure.Synthetic.ADA_SPEECH;
import static dev.meetbot.lab.measure.Synthetic.GRACE;
import static dev.meetbot.lab.measure.Synthetic.ffmpeg;
import static dev.meetbot.lab.measure.Synthetic.film;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class VideoFiguresIT {
  private static final String BRIGHT_RED = "0xFFB0B0";

  @TempDir Path dir;

  @Test
  void sizeRateAndLengthAreThoseOfTheFile() {
    VideoFigures figures = VideoFigures.of(film(dir.resolve("a.webm"), ADA_SPEECH, BRIGHT_RED, 0));

    assertThat(figures.width()).isEqualTo(640);
    assertThat(figures.height()).isEqualTo(360);
    assertThat(figures.fps()).isCloseTo(15, within(0.1));
    assertThat(figures.durationMs()).isCloseTo(10_000, within(60.0));
    assertThat(figures.blackPercent()).isZero();
  }

  @Test
  void twoBlackSecondsOfTenAreTwentyPercent() {
    Path file = dir.resolve("a.webm");
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "color=c=0x808080:s=320x180:r=15:d=10",
        "-vf",
        "drawbox=color=black:t=fill:enable='between(t,4,5.99)'",
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        file.toString());

    assertThat(VideoFigures.of(file).blackPercent()).isCloseTo(20, within(1.0));
  }

  @Test
  void aDamagedPacketIsADecodeError() throws IOException {
    Path whole = film(dir.resolve("a.webm"), ADA_SPEECH, BRIGHT_RED, 0);
    Path torn = dir.resolve("b.webm");
    ffmpeg(
        "-i",
        whole.toString(),
        "-c",
        "copy",
        "-bsf:v",
        "noise=amount='eq(n,30)*3'",
        torn.toString());

    assertThat(VideoFigures.decodeErrors(whole)).isZero();
    assertThat(VideoFigures.decodeErrors(torn)).isPositive();

    Path cut = dir.resolve("c.webm");
    Files.write(cut, java.util.Arrays.copyOf(Files.readAllBytes(whole), 40_000));
    assertThat(VideoFigures.of(cut).frames()).isPositive().isLessThan(150);
  }

  @Test
  void unevenTimesOfFramesAreNoDecodeError() {
    Path file = dir.resolve("a.webm");
    ffmpeg(
        "-f",
        "lavfi",
        "-i",
        "testsrc=s=320x180:r=30:d=10",
        "-vf",
        "select='not(mod(n,2))+lt(mod(n,60),9)',settb=1/1000",
        "-fps_mode",
        "passthrough",
        "-enc_time_base",
        "1/1000",
        "-c:v",
        "libvpx",
        "-deadline",
        "realtime",
        file.toString());

    assertThat(VideoFigures.of(file).fps()).isCloseTo(17, within(0.5));
    assertThat(VideoFigures.decodeErrors(file)).isZero();
  }

  @Test
  void pictureAndSoundOfOneTickAreTogether() {
    AvOffset offset =
        AvOffset.of(film(dir.resolve("a.webm"), ADA_SPEECH, BRIGHT_RED, 0), List.of(ADA, GRACE));

    assertThat(offset.pairs()).isEqualTo(2);
    // the next frame of 15 a second comes up to 67 ms later
    assertThat(offset.medianMs()).isBetween(-15.0, 68.0);
  }

  @Test
  void aDisplacedSoundMovesTheOffset() {
    AvOffset together =
        AvOffset.of(film(dir.resolve("a.webm"), ADA_SPEECH, BRIGHT_RED, 0), List.of(ADA));
    AvOffset late =
        AvOffset.of(film(dir.resolve("b.webm"), ADA_SPEECH, BRIGHT_RED, 120), List.of(ADA));
    AvOffset early =
        AvOffset.of(film(dir.resolve("c.webm"), ADA_SPEECH, BRIGHT_RED, -150), List.of(ADA));

    assertThat(late.medianMs() - together.medianMs()).isCloseTo(-120, within(10.0));
    assertThat(early.medianMs() - together.medianMs()).isCloseTo(150, within(10.0));
  }

  @Test
  void anothersFlashIsNotTaken() {
    AvOffset offset =
        AvOffset.of(film(dir.resolve("a.webm"), ADA_SPEECH, "0xB0FFB0", 0), List.of(ADA));

    assertThat(offset.pairs()).isZero();
    assertThat(offset.medianMs()).isNaN();
  }
}
