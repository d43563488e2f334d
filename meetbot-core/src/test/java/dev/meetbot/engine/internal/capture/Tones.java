package dev.meetbot.engine.internal.capture;

import java.nio.file.Path;

/** How strong one tone is, in steps of 5 ms: for finding where it begins and ends. */
record Tones(double[] strength) {
  private static final int STEP_MS = 5;
  private static final int WINDOW = Sound.RATE / 100;

  static Tones of(Path file, double hz) throws Exception {
    double[] samples = Sound.of(file).samples();
    int step = Sound.RATE * STEP_MS / 1_000;
    double[] strength = new double[Math.max(0, (samples.length - WINDOW) / step)];
    for (int i = 0; i < strength.length; i++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < WINDOW; k++) {
        double angle = 2 * Math.PI * hz * k / Sound.RATE;
        re += samples[i * step + k] * Math.cos(angle);
        im += samples[i * step + k] * Math.sin(angle);
      }
      strength[i] = 2 * Math.hypot(re, im) / WINDOW;
    }
    return new Tones(strength);
  }

  double loudest() {
    double most = 0;
    for (double one : strength) {
      most = Math.max(most, one);
    }
    return most;
  }

  /** The beginning of the tone that is next to that time, at half its height, in ms. */
  double onsetNear(double ms) {
    double best = Double.NEGATIVE_INFINITY;
    double half = loudest() / 2;
    for (int i = 1; i < strength.length; i++) {
      double at = i * STEP_MS + STEP_MS;
      if (strength[i] >= half
          && strength[i - 1] < half
          && Math.abs(at - ms) < Math.abs(best - ms)) {
        best = at;
      }
    }
    return best;
  }

  /** Where the tone ends for good, in ms. */
  double lastLoud() {
    double half = loudest() / 2;
    int last = 0;
    for (int i = 0; i < strength.length; i++) {
      last = strength[i] >= half ? i : last;
    }
    return last * (double) STEP_MS + STEP_MS;
  }
}
