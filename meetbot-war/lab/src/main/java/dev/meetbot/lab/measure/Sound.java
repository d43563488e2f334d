package dev.meetbot.lab.measure;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;

/**
 * A file's audio as mono samples at {@value #RATE} Hz; sample 0 is the file's time 0. Gaps in the
 * file's time stamps are silence here, so that a sample's index is its time.
 */
public final class Sound {
  /** Samples per second. */
  public static final int RATE = 48_000;

  private final float[] samples;

  public Sound(float[] samples) {
    this.samples = samples.clone();
  }

  /** Decodes the first audio stream of a file. */
  public static Sound of(Path file) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    Ffmpeg.run(
        List.of(
            "ffmpeg",
            "-v",
            "error",
            "-i",
            file.toString(),
            "-map",
            "0:a:0",
            "-vn",
            "-af",
            // without min_hard_comp a lost packet of 20 ms would not be filled (default: 100 ms)
            "aresample=48000:async=1:min_hard_comp=0.012:first_pts=0",
            "-ac",
            "1",
            "-ar",
            "48000",
            "-f",
            "f32le",
            "-"),
        in -> in.transferTo(raw));
    FloatBuffer floats =
        ByteBuffer.wrap(raw.toByteArray()).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    float[] samples = new float[floats.remaining()];
    floats.get(samples);
    return new Sound(samples);
  }

  public int length() {
    return samples.length;
  }

  public double durationMs() {
    return samples.length * 1000.0 / RATE;
  }

  /** The sample at an index; silence outside. */
  public float at(int index) {
    return index < 0 || index >= samples.length ? 0 : samples[index];
  }
}
