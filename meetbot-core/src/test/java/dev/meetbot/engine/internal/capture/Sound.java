package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Ffmpeg;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A decoded file, for looking at its tones. */
record Sound(double[] samples) {
  static final int RATE = 16_000;

  static Sound of(Path file) throws Exception {
    Path pcm = Files.createTempFile("sound", ".pcm");
    Ffmpeg.make(
        "-i",
        file.toString(),
        "-map",
        "0:a:0",
        "-ac",
        "1",
        "-ar",
        Integer.toString(RATE),
        "-f",
        "s16le",
        pcm.toString());
    ShortBuffer in =
        ByteBuffer.wrap(Files.readAllBytes(pcm)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    Files.delete(pcm);
    double[] samples = new double[in.remaining()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = in.get(i) / 32_768.0;
    }
    return new Sound(samples);
  }

  double seconds() {
    return samples.length / (double) RATE;
  }

  /** Strength of a tone over the whole sound in dB of full scale (Goertzel's algorithm). */
  double db(double hz) {
    double w = 2 * Math.PI * hz / RATE;
    double before = 0;
    double last = 0;
    for (int i = 0; i < samples.length; i++) {
      double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / samples.length);
      double next = samples[i] * window + 2 * Math.cos(w) * last - before;
      before = last;
      last = next;
    }
    double power = last * last + before * before - 2 * Math.cos(w) * last * before;
    return 10 * Math.log10(power / Math.pow(samples.length / 4.0, 2) + 1e-12);
  }

  /** The strongest tone between 100 and 2000 Hz. */
  double dominantHz() {
    double best = 0;
    double bestDb = -200;
    for (double hz = 100; hz <= 2_000; hz += 5) {
      double db = db(hz);
      if (db > bestDb) {
        bestDb = db;
        best = hz;
      }
    }
    return best;
  }
}
