package dev.meetbot.engine.internal.capture.matroska;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs ffmpeg and ffprobe as judges of our files. */
public final class Ffmpeg {
  private Ffmpeg() {}

  /** Runs ffmpeg quietly; fails when it does. */
  public static void make(String... args) throws Exception {
    List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-y"));
    command.addAll(List.of(args));
    run(command);
  }

  /** What a decoder complains of; empty when nothing. */
  public static String complaints(Path file) throws Exception {
    return run(
        List.of(
            "ffmpeg",
            "-v",
            "warning",
            "-nostdin",
            "-i",
            file.toString(),
            "-fps_mode",
            "passthrough",
            "-enc_time_base",
            "-1",
            "-f",
            "null",
            "-"));
  }

  /** One value or table from ffprobe, as CSV without names. */
  public static String probe(Path file, String entries, String... more) throws Exception {
    List<String> command = new ArrayList<>(List.of("ffprobe", "-v", "error"));
    command.addAll(List.of(more));
    command.addAll(List.of("-show_entries", entries, "-of", "csv=p=0", file.toString()));
    return run(command);
  }

  /** Standard output and errors of a command that must end with 0. */
  public static String run(List<String> command) throws Exception {
    Path out = Files.createTempFile("ffmpeg", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      int exit = process.waitFor();
      String said = Files.readString(out, StandardCharsets.UTF_8).strip();
      if (exit != 0) {
        throw new IOException(command + " ended with " + exit + ": " + said);
      }
      return said;
    } finally {
      Files.delete(out);
    }
  }
}
