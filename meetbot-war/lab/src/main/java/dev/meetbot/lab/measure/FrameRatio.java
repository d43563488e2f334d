package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Span;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Frames in a file against frames sent in the same window of time.
 *
 * @param fps frames per second in the file
 * @param sentFps frames per second that the sender counted
 */
public record FrameRatio(double fps, double sentFps) {

  /**
   * Compares over the part of the file that the sender's samples cover.
   *
   * @param frames the file's frames in file time
   * @param fileStartMs the wall clock (epoch ms) of the file's time 0
   * @param sent the sender's counters of the connection to the recorder, by time
   * @param counter which counter
   * @throws IllegalArgumentException when file and samples have less than a second in common
   */
  public static FrameRatio of(
      List<Packet> frames,
      double fileStartMs,
      List<SentSample> sent,
      ToLongFunction<SentSample> counter) {
    if (frames.isEmpty() || sent.isEmpty()) {
      throw new IllegalArgumentException("no frames or no samples");
    }
    double first = frames.stream().mapToDouble(Packet::atMs).min().orElseThrow() + fileStartMs;
    double last = frames.stream().mapToDouble(Packet::atMs).max().orElseThrow() + fileStartMs;
    Span window =
        new Span(
            Math.max(first, sent.get(0).atMs()),
            Math.max(first, Math.min(last, sent.get(sent.size() - 1).atMs())));
    if (window.lengthMs() < 1000) {
      throw new IllegalArgumentException("less than a second in common: " + window);
    }
    long inFile = frames.stream().filter(f -> window.contains(f.atMs() + fileStartMs)).count();
    double inCounter = at(sent, window.endMs(), counter) - at(sent, window.startMs(), counter);
    return new FrameRatio(
        inFile * 1000.0 / window.lengthMs(), inCounter * 1000.0 / window.lengthMs());
  }

  /** The counter at a moment, on the straight line between the samples around it. */
  private static double at(List<SentSample> sent, double ms, ToLongFunction<SentSample> counter) {
    for (int i = 1; i < sent.size(); i++) {
      SentSample a = sent.get(i - 1);
      SentSample b = sent.get(i);
      if (ms <= b.atMs()) {
        double part = b.atMs() == a.atMs() ? 0 : (ms - a.atMs()) / (b.atMs() - a.atMs());
        return counter.applyAsLong(a) + part * (counter.applyAsLong(b) - counter.applyAsLong(a));
      }
    }
    return counter.applyAsLong(sent.get(sent.size() - 1));
  }

  public double ratio() {
    return fps / sentFps;
  }
}
