package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediaClockTest {
  private static final double START = 1_795_000_000_000.0;
  private final Random random = new Random(7);

  @Test
  void jitterIsTakenOutAndSpacingKept() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double received = START + i * 20 + 30 + random.nextInt(60);
      line = accept(line, out, audio(i, i * 960L, received));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(500);
    for (int i = 50; i < 500; i++) {
      double step = out.get(i).wallMs() - out.get(i - 1).wallMs();
      assertThat(step).isCloseTo(20, within(0.11));
    }
    // The fastest packet needed 30 ms.
    assertThat(out.get(499).wallMs()).isCloseTo(START + 499 * 20 + 30, within(5.0));
  }

  @Test
  void aDriftingClockIsFollowedWithoutJumps() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    int packets = 30 * 60 * 50;
    double drift = 1.00010;
    for (int i = 0; i < packets; i++) {
      double received = START + i * 20 * drift + 10 + random.nextInt(20);
      line = accept(line, out, audio(i & 0xFFFF, i * 960L & 0xFFFFFFFFL, received));
    }
    out.addAll(line.releaseAll());
    double worstStep = 0;
    double worstError = 0;
    for (int i = 100; i < out.size(); i++) {
      worstStep = Math.max(worstStep, Math.abs(out.get(i).wallMs() - out.get(i - 1).wallMs() - 20));
      worstError =
          Math.max(worstError, Math.abs(out.get(i).wallMs() - (START + i * 20 * drift + 10)));
    }
    assertThat(worstStep).isLessThan(0.2);
    assertThat(worstError).isLessThan(15);
  }

  @Test
  void theTimestampMayStartOver() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    long rtp = 0xFFFFFFFFL - 10 * 960;
    for (int i = 0; i < 100; i++) {
      int sequence = 65_500 + i & 0xFFFF;
      line = accept(line, out, audio(sequence, rtp + i * 960L & 0xFFFFFFFFL, START + i * 20));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(100);
    assertThat(out.get(99).wallMs() - out.get(0).wallMs()).isCloseTo(99 * 20, within(0.5));
    assertThat(line.lost()).isZero();
  }

  @Test
  void aNetworkThatStandsStillDoesNotMoveTheLine() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      double sent = START + i * 20;
      // Everything sent within 1.6 s comes at once at its end.
      double received = sent >= START + 4_000 && sent < START + 5_600 ? START + 5_600 : sent;
      line = accept(line, out, audio(i, i * 960L, received + 10));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(500);
    for (int i = 1; i < 500; i++) {
      assertThat(out.get(i).wallMs())
          .as("packet %d", i)
          .isCloseTo(START + i * 20 + 10, within(8.0));
    }
  }

  @Test
  void aTimestampThatJumpsStartsANewRun() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      long rtp = i < 50 ? 1_000_000 + i * 960L : 900_000_000 + i * 960L;
      line = accept(line, out, audio(i, rtp, START + i * 20));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(100);
    for (int i = 0; i < 100; i++) {
      assertThat(out.get(i).wallMs()).isCloseTo(START + i * 20, within(1.0));
    }
  }

  @Test
  void aClockThatStoodStillDuringAPauseIsSetAnew() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double received = START + i * 20 + (i < 100 ? 0 : 5_000);
      line = accept(line, out, audio(i, i * 960L, received));
    }
    out.addAll(line.releaseAll());
    assertThat(out.get(99).wallMs()).isCloseTo(START + 99 * 20, within(1.0));
    assertThat(out.get(100).wallMs()).isCloseTo(START + 7_000, within(1.0));
  }

  @Test
  void silenceThatIsNotSentIsNotLoss() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // Discontinuous transmission: one packet each 400 ms in the middle.
      long ms = i < 20 ? i * 20L : i < 40 ? 400 + (i - 20) * 400L : 8_400 + (i - 40) * 20L;
      line = accept(line, out, audio(i, ms * 48, START + ms));
    }
    out.addAll(line.releaseAll());
    assertThat(line.lost()).isZero();
    assertThat(out.get(59).wallMs() - START).isCloseTo(8_400 + 19 * 20, within(1.0));
  }

  @Test
  void soundAndPictureOfOneSenderStayTogether() {
    RtpLine sound = null;
    RtpLine picture = null;
    List<TimedFrame> sounds = new ArrayList<>();
    List<TimedFrame> pictures = new ArrayList<>();
    for (int ms = 0; ms < 120_000; ms += 20) {
      double jitter = random.nextInt(40);
      sound = accept(sound, sounds, audio(ms / 20, 5_000 + ms * 48L, START + ms + 25 + jitter));
      if (ms % 60 == 0) {
        double encoding = 15 + random.nextInt(50);
        picture =
            accept(picture, pictures, video(77_000 + ms * 90L, START + ms + encoding + jitter));
      }
    }
    for (TimedFrame p : pictures) {
      long ms = (p.rtp() - pictures.get(0).rtp()) / 90;
      int at = (int) (ms / 20);
      if (at < sounds.size()) {
        assertThat(p.wallMs() - sounds.get(at).wallMs()).isCloseTo(0, within(30.0));
      }
    }
  }

  private static RtpLine accept(RtpLine line, List<TimedFrame> out, TapFrame frame) {
    RtpLine used = line == null ? new RtpLine(frame) : line;
    out.addAll(used.accept(frame));
    out.addAll(used.release(frame.receivedMs()));
    return used;
  }

  static TapFrame audio(int sequence, long rtp, double receivedMs) {
    return new TapFrame(
        1, false, true, false, 0, rtp, 7, sequence, 0, 0, 0.5, receivedMs, List.of(), new byte[9]);
  }

  static TapFrame video(long rtp, double receivedMs) {
    return new TapFrame(
        2, true, true, false, 0, rtp, 8, -1, 320, 180, -1, receivedMs, List.of(), new byte[99]);
  }
}
