package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How loud one pitch is, millisecond by millisecond, and where it starts and stops.
 *
 * <p>The sound is mixed down by the pitch and weighted by a Hann window of 25 ms: tones 80 Hz or
 * more away fall out, and half the height of an edge lies where the edge is.
 */
public final class ToneEnvelope {
  private static final int WINDOW = Sound.RATE / 40;
  private static final int PER_MS = Sound.RATE / 1000;

  /** A start counts after this much silence, so that a lost packet makes no new start. */
  private static final int SILENCE_MS = 200;

  /** A start counts when the tone then holds, so that a click is none. */
  private static final int HOLD_MS = 100;

  /** Fainter than this part of the file's loudest it is another tone's shadow, not this tone. */
  private static final double FAINT = 0.1;

  private final double[] level;
  private final double loudest;

  private ToneEnvelope(double[] level, double loudest) {
    this.level = level;
    this.loudest = loudest;
  }

  public static ToneEnvelope of(Sound sound, double hz) {
    int length = sound.length();
    double[] real = new double[length];
    double[] imaginary = new double[length];
    double loudest = 0;
    double step = 2 * Math.PI * hz / Sound.RATE;
    for (int i = 0; i < length; i++) {
      loudest = Math.max(loudest, Math.abs(sound.at(i)));
      real[i] = sound.at(i) * Math.cos(step * i);
      imaginary[i] = sound.at(i) * Math.sin(step * i);
    }
    double[] weights = new double[WINDOW];
    double total = 0;
    for (int k = 0; k < WINDOW; k++) {
      weights[k] = 0.5 - 0.5 * Math.cos(2 * Math.PI * k / (WINDOW - 1));
      total += weights[k];
    }
    double[] level = new double[length / PER_MS];
    for (int ms = 0; ms < level.length; ms++) {
      int first = ms * PER_MS - WINDOW / 2;
      double re = 0;
      double im = 0;
      for (int k = Math.max(0, -first); k < WINDOW && first + k < length; k++) {
        re += weights[k] * real[first + k];
        im += weights[k] * imaginary[first + k];
      }
      level[ms] = 2 * Math.hypot(re, im) / total;
    }
    return new ToneEnvelope(level, loudest);
  }

  /** The height of the tone where it is on: the 95th percentile of all milliseconds. */
  public double plateau() {
    if (level.length == 0) {
      return 0;
    }
    double[] sorted = level.clone();
    Arrays.sort(sorted);
    return sorted[(int) (0.95 * (sorted.length - 1))];
  }

  /** The greatest height of the tone within the spans (file time); 0 when they are empty. */
  public double peak(List<Span> within) {
    double peak = 0;
    for (Span span : within) {
      int end = (int) Math.min(level.length, Math.floor(span.endMs()));
      for (int ms = (int) Math.max(0, Math.ceil(span.startMs())); ms < end; ms++) {
        peak = Math.max(peak, level[ms]);
      }
    }
    return peak;
  }

  /** The spans in which the tone is on, in file time; breaks shorter than 200 ms are bridged. */
  public List<Span> spans() {
    double half = plateau() / 2;
    List<Span> spans = new ArrayList<>();
    if (half < 1e-4 || plateau() < FAINT * loudest) {
      return spans;
    }
    int start = -1;
    int lastOn = -1;
    for (int ms = 0; ms < level.length; ms++) {
      if (level[ms] >= half) {
        if (start < 0) {
          start = ms;
        }
        lastOn = ms;
      } else if (start >= 0 && ms - lastOn >= SILENCE_MS) {
        add(spans, start, lastOn);
        start = -1;
      }
    }
    if (start >= 0) {
      add(spans, start, lastOn);
    }
    return spans;
  }

  private static void add(List<Span> spans, int start, int lastOn) {
    if (lastOn - start >= HOLD_MS) {
      spans.add(new Span(start, lastOn + 1));
    }
  }

  /**
   * The starts of the tone in file time. A tone that is on at the file's very beginning has no
   * start there.
   */
  public List<Double> onsets() {
    return spans().stream().map(Span::startMs).filter(ms -> ms > SILENCE_MS).toList();
  }
}
