package dev.meetbot.lab.measure;

import dev.meetbot.lab.truth.Span;
import java.util.List;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/** The mean power spectrum of a sound over some spans; Hann windows of 341 ms, half overlapping. */
public final class Spectrum {
  private static final int SIZE = 16_384;
  private static final double BIN_HZ = (double) Sound.RATE / SIZE;

  /** Edges of a turn are left out: a tone that starts inside the window smears over the bins. */
  private static final double EDGE_MS = 120;

  private final double[] power;
  private final int windows;

  private Spectrum(double[] power, int windows) {
    this.power = power;
    this.windows = windows;
  }

  /** The spectrum over the inner parts of the spans (file time). */
  public static Spectrum of(Sound sound, List<Span> spans) {
    FastFourierTransformer fft = new FastFourierTransformer(DftNormalization.STANDARD);
    double[] sum = new double[SIZE / 2];
    int count = 0;
    for (Span span : spans) {
      int from = (int) ((span.startMs() + EDGE_MS) / 1000 * Sound.RATE);
      int to = (int) ((span.endMs() - EDGE_MS) / 1000 * Sound.RATE);
      for (int at = Math.max(0, from); at + SIZE <= Math.min(to, sound.length()); at += SIZE / 2) {
        Complex[] bins = fft.transform(window(sound, at), TransformType.FORWARD);
        for (int i = 0; i < sum.length; i++) {
          double abs = bins[i].abs();
          sum[i] += abs * abs;
        }
        count++;
      }
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= Math.max(1, count);
    }
    return new Spectrum(sum, count);
  }

  private static double[] window(Sound sound, int at) {
    double[] out = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      out[i] = sound.at(at + i) * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / (SIZE - 1)));
    }
    return out;
  }

  /** Whether any whole window lay inside the spans. */
  public boolean isEmpty() {
    return windows == 0;
  }

  /** The strongest frequency between 60 Hz and 8 kHz, refined by a parabola; NaN when silent. */
  public double dominantHz() {
    int best = (int) (60 / BIN_HZ);
    for (int i = best; i < 8000 / BIN_HZ; i++) {
      best = power[i] > power[best] ? i : best;
    }
    if (power[best] <= 0) {
      return Double.NaN;
    }
    double left = Math.log(power[best - 1] + 1e-30);
    double mid = Math.log(power[best]);
    double right = Math.log(power[best + 1] + 1e-30);
    double bend = left - 2 * mid + right;
    return (best + (bend == 0 ? 0 : 0.5 * (left - right) / bend)) * BIN_HZ;
  }

  /** The power around a frequency (about 9 Hz to each side). */
  public double powerAt(double hz) {
    int mid = (int) Math.round(hz / BIN_HZ);
    double sum = 0;
    for (int i = mid - 3; i <= mid + 3; i++) {
      sum += power[i];
    }
    return sum;
  }
}
