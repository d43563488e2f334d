package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes media for the tests and measures what came out, by ffmpeg alone. */
final class FfmpegTool {
  private final Path directory;

  FfmpegTool(Path directory) {
    this.directory = directory;
  }

  /** Opus packets of 20 ms of a lavfi source such as {@code sine=640}. */
  List<Packet> audio(String source, double seconds) {
    return packets(
        List.of(
            "-f",
            "lavfi",
            "-i",
            source,
            "-t",
            "" + seconds,
            "-c:a",
            "libopus",
            "-b:a",
            "48k",
            "-ac",
            "1"));
  }

  /** VP8 frames of a lavfi source such as {@code testsrc=size=640x360:rate=15}. */
  List<Packet> video(String source, double seconds) {
    return packets(
        List.of(
            "-f",
            "lavfi",
            "-i",
            source,
            "-t",
            "" + seconds,
            "-pix_fmt",
            "yuv420p",
            "-c:v",
            "libvpx",
            "-deadline",
            "realtime",
            "-cpu-used",
            "8",
            "-b:v",
            "600k",
            "-g",
            "3000",
            "-auto-alt-ref",
            "0"));
  }

  private List<Packet> packets(List<String> arguments) {
    try {
      Path file = Files.createTempFile(directory, "made", ".webm");
      List<String> all = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
      all.addAll(arguments);
      all.add(file.toString());
      run(all);
      List<Packet> packets = new ArrayList<>();
      try (MatroskaReader reader = new MatroskaReader(Files.newInputStream(file))) {
        reader.forEachRemaining(packets::add);
      }
      return packets;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first sound track as mono samples of 8 kHz, -1 to 1, silence where nothing is. */
  float[] samples(Path file) {
    byte[] raw =
        run(
            List.of(
                "ffmpeg",
                "-v",
                "error",
                "-copyts",
                "-i",
                file.toString(),
                "-vn",
                "-af",
                "aresample=async=1:min_hard_comp=0.001:first_pts=0",
                "-ac",
                "1",
                "-ar",
                "8000",
                "-f",
                "f32le",
                "-"));
    float[] samples = new float[raw.length / 4];
    ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(samples);
    return samples;
  }

  /** Strength of a tone at each 5 ms, measured over 10 ms. */
  static double[] tone(float[] samples, double hz) {
    int step = 40;
    int window = 80;
    double[] strength = new double[Math.max(0, (samples.length - window) / step)];
    for (int i = 0; i < strength.length; i++) {
      double re = 0;
      double im = 0;
      for (int k = 0; k < window; k++) {
        double angle = 2 * Math.PI * hz * k / 8000;
        re += samples[i * step + k] * Math.cos(angle);
        im += samples[i * step + k] * Math.sin(angle);
      }
      strength[i] = 2 * Math.hypot(re, im) / window;
    }
    return strength;
  }

  /** When the tone first reaches half of its greatest strength, from {@code afterMs} on. */
  static long onsetMs(double[] tone, long afterMs) {
    double max = 0;
    for (double t : tone) {
      max = Math.max(max, t);
    }
    for (int i = (int) (afterMs / 5); i < tone.length; i++) {
      if (tone[i] > max / 2) {
        return i * 5L + 5;
      }
    }
    return -1;
  }

  /** Mean brightness of a part of each picture, 0 to 255, scaled to one pixel. */
  int[] brightness(Path file, String crop) {
    byte[] raw =
        run(
            List.of(
                "ffmpeg",
                "-v",
                "error",
                "-i",
                file.toString(),
                "-an",
                "-vf",
                "crop=" + crop + ",scale=1:1:flags=area,format=gray",
                "-fps_mode",
                "passthrough",
                "-f",
                "rawvideo",
                "-"));
    int[] values = new int[raw.length];
    for (int i = 0; i < raw.length; i++) {
      values[i] = raw[i] & 255;
    }
    return values;
  }

  String probe(Path file, String... entries) {
    List<String> all = new ArrayList<>(List.of("ffprobe", "-v", "error"));
    all.addAll(List.of(entries));
    all.addAll(List.of("-of", "csv=p=0", file.toString()));
    return new String(run(all), StandardCharsets.UTF_8).strip();
  }

  /** What a decoder complains of in the file. */
  String complaints(Path file) {
    return new String(
        run(List.of("ffmpeg", "-v", "warning", "-i", file.toString(), "-f", "null", "-")),
        StandardCharsets.UTF_8);
  }

  private static byte[] run(List<String> command) {
    try {
      boolean nullOut = command.contains("null");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(nullOut)
              .redirectError(
                  nullOut ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.INHERIT)
              .start();
      process.getOutputStream().close();
      byte[] out = process.getInputStream().readAllBytes();
      if (process.waitFor() != 0) {
        throw new IOException(String.join(" ", command) + " failed");
      }
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
