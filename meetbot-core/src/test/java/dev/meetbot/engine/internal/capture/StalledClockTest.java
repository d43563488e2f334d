package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets that come late, and clocks that stand still: the first keep their time. */
class StalledClockTest {
  private static final double START = 1_795_000_000_000.0;
  private static final int PACKETS = 1_500;
  private final Random random = new Random(11);

  @ParameterizedTest
  @ValueSource(ints = {1_200, 1_600, 3_000, 3_600, 8_000})
  void aBurstAfterAStallKeepsItsTime(int stallMs) {
    DoubleUnaryOperator stalled = stall(6_000, stallMs, 0.5);
    List<TimedFrame> one = sound(i -> i * 20L, stalled);
    List<TimedFrame> two = sound(i -> i * 20L, stalled);
    keepsTime(one, 20);
    keepsTime(two, 20);
    keepsTime(picture(stalled), 60);
  }

  @Test
  void aBurstThatIsReadSlowlyKeepsItsTime() {
    keepsTime(sound(i -> i * 20L, stall(6_000, 2_000, 15)), 20);
  }

  @Test
  void oneStallAfterTheOtherKeepsItsTime() {
    DoubleUnaryOperator first = stall(6_000, 1_600, 10);
    DoubleUnaryOperator second = stall(8_000, 2_500, 1);
    keepsTime(
        sound(i -> i * 20L, ms -> Math.max(first.applyAsDouble(ms), second.applyAsDouble(ms))), 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_600, 3_600})
  void aStallAtTheVeryStartIsTakenBackBeforeAnythingIsPlaced(int stallMs) {
    DoubleUnaryOperator stalled = stall(0, stallMs, 0.5);
    keepsTime(sound(i -> i * 20L, stalled), 20);
    keepsTime(picture(stalled), 60);
  }

  @Test
  void aStallAfterTheFirstPacketsKeepsTheirTime() {
    keepsTime(sound(i -> i * 20L, stall(100, 3_600, 0.5)), 20);
  }

  @Test
  void aStallDuringASilenceThatIsNotSentKeepsItsTime() {
    // Silence from 4 s to 34 s; what comes first after it comes 2 s late.
    IntToLongFunction sent = i -> i < 200 ? i * 20L : 30_000 + i * 20L;
    List<TimedFrame> out = sound(sent, stall(34_000, 2_000, 0.5));
    for (int i = 0; i < PACKETS; i++) {
      assertThat(out.get(i).wallMs()).isCloseTo(START + sent.applyAsLong(i), within(25.0));
    }
  }

  @Test
  void aSilenceThatIsNotSentKeepsTrueTime() {
    IntToLongFunction sent = i -> i < 200 ? i * 20L : 30_000 + i * 20L;
    List<TimedFrame> out = sound(sent, ms -> ms);
    assertThat(out.get(200).wallMs() - out.get(199).wallMs()).isCloseTo(30_020, within(15.0));
  }

  @ParameterizedTest
  @ValueSource(ints = {800, 3_000, 30_000})
  void aClockThatStoodStillInAPauseIsSetForwardOnce(int pauseMs) {
    List<TimedFrame> out = sound(i -> i * 20L, ms -> ms < 10_000 ? ms : ms + pauseMs);
    for (int i = 0; i < PACKETS; i++) {
      double sent = START + i * 20 + (i < 500 ? 0 : pauseMs);
      assertThat(out.get(i).wallMs()).as("packet %d", i).isCloseTo(sent, within(25.0));
    }
    assertThat(narrowest(out)).isGreaterThan(18);
  }

  @Test
  void aLastWordAfterAClockStoodStillIsPlacedByWhatThereIs() {
    List<TimedFrame> out = sound(i -> i * 20L, ms -> ms < (PACKETS - 20) * 20 ? ms : ms + 5_000);
    assertThat(out.get(PACKETS - 1).wallMs())
        .isCloseTo(START + (PACKETS - 1) * 20 + 5_000, within(25.0));
  }

  @Test
  void packetsThatStayALittleLaterAreFollowedSlowly() {
    List<TimedFrame> out = sound(i -> i * 20L, ms -> ms < 5_000 ? ms : ms + 300);
    assertThat(narrowest(out)).isGreaterThan(18);
    assertThat(widest(out)).isLessThan(22);
    assertThat(out.get(PACKETS - 1).wallMs())
        .isCloseTo(START + (PACKETS - 1) * 20 + 300, within(25.0));
  }

  @Test
  void aLineThatBeganTooLateIsTakenBackWithoutSqueezing() {
    // Late for six seconds: longer than anything is held.
    List<TimedFrame> out = sound(i -> i * 20L, ms -> ms < 6_000 ? ms + 700 : ms);
    assertThat(narrowest(out)).isGreaterThan(18);
    assertThat(out.get(PACKETS - 1).wallMs()).isCloseTo(START + (PACKETS - 1) * 20, within(25.0));
  }

  @Test
  void normalJitterLeavesSpacing() {
    List<TimedFrame> out = sound(i -> i * 20L, ms -> ms + random.nextInt(80));
    assertThat(narrowest(out)).isGreaterThan(19);
    assertThat(widest(out)).isLessThan(21);
  }

  @Test
  void timestampsThatGoBackStartANewRun() {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < 600; i++) {
      long rtp = i < 300 ? 1_000_000_000 + i * 960L : 5_000 + i * 960L;
      line = take(line, out, MediaClockTest.audio(i, rtp, START + i * 20));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(600);
    assertThat(narrowest(out)).isGreaterThan(19);
    assertThat(widest(out)).isLessThan(21);
  }

  /** What is sent from then on waits until the stall is over; reading takes ms a packet. */
  private static DoubleUnaryOperator stall(double fromMs, double lengthMs, double readMs) {
    return ms -> ms < fromMs ? ms : Math.max(ms, fromMs + lengthMs + (ms - fromMs) / 20 * readMs);
  }

  private List<TimedFrame> sound(IntToLongFunction sentMs, DoubleUnaryOperator arrival) {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      long ms = sentMs.applyAsLong(i);
      double received = START + arrival.applyAsDouble(ms) + random.nextInt(10);
      line = take(line, out, MediaClockTest.audio(i, 9_000 + ms * 48, received));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(PACKETS);
    return out;
  }

  private List<TimedFrame> picture(DoubleUnaryOperator arrival) {
    RtpLine line = null;
    List<TimedFrame> out = new ArrayList<>();
    for (int ms = 0; ms < 30_000; ms += 60) {
      double received = START + arrival.applyAsDouble(ms) + random.nextInt(10);
      line = take(line, out, MediaClockTest.video(77_000 + ms * 90L, received));
    }
    out.addAll(line.releaseAll());
    assertThat(out).hasSize(500);
    return out;
  }

  private static void keepsTime(List<TimedFrame> out, int spacingMs) {
    for (int i = 0; i < out.size(); i++) {
      assertThat(out.get(i).wallMs())
          .as("packet %d", i)
          .isCloseTo(START + (double) i * spacingMs, within(15.0));
    }
    assertThat(narrowest(out)).isGreaterThan(0.9 * spacingMs);
  }

  private static double narrowest(List<TimedFrame> out) {
    return steps(out).stream().min(Double::compare).orElseThrow();
  }

  private static double widest(List<TimedFrame> out) {
    return steps(out).stream().max(Double::compare).orElseThrow();
  }

  private static List<Double> steps(List<TimedFrame> out) {
    List<Double> steps = new ArrayList<>();
    for (int i = 1; i < out.size(); i++) {
      steps.add(out.get(i).wallMs() - out.get(i - 1).wallMs());
    }
    return steps;
  }

  private static RtpLine take(RtpLine line, List<TimedFrame> out, TapFrame frame) {
    RtpLine used = line == null ? new RtpLine(frame) : line;
    out.addAll(used.accept(frame));
    out.addAll(used.release(frame.receivedMs()));
    return used;
  }
}
