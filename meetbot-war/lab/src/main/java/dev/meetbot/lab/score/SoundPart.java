package dev.meetbot.lab.score;

import dev.meetbot.lab.measure.Ffmpeg;
import dev.meetbot.lab.measure.Sound;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A part of a long file's sound: all of it would not fit into memory. */
final class SoundPart {
  private SoundPart() {}

  /** The sound between two times of the file; sample 0 lies at the first. */
  static Sound of(Path file, double fromMs, double toMs) {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    String cut =
        String.format(
            Locale.ROOT,
            "aresample=48000:async=1:min_hard_comp=0.012:first_pts=0,atrim=start=%.3f:end=%.3f",
            fromMs / 1000,
            toMs / 1000);
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
            cut,
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
}
