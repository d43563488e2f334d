package dev.meetbot.engine.internal.finalizing;

import java.nio.file.Path;

/**
 * How finalizing works on this machine.
 *
 * @param workDirectory for temporary files; needs room for a whole recording twice
 * @param ffmpeg name or path of the program
 * @param ffprobe name or path of the program
 * @param nice whether to run them with low priority by {@code nice}
 */
public record FinalizerSettings(Path workDirectory, String ffmpeg, String ffprobe, boolean nice) {
  /** The programs of the search path, with low priority where the system knows it. */
  public static FinalizerSettings in(Path workDirectory) {
    return new FinalizerSettings(
        workDirectory, "ffmpeg", "ffprobe", java.io.File.separatorChar == '/');
  }
}
