package dev.meetbot.engine.internal.finalizing;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decodes a video file by an ffmpeg process that hands over raw pictures of one size with their
 * times, in Matroska: so that gaps stay gaps, and a change of resolution disturbs nothing. Used by
 * one thread.
 */
final class RawVideo implements Closeable {
  private static final int SEGMENT = 0x18538067;
  private static final int CLUSTER = 0x1F43B675;
  private static final int BLOCK_GROUP = 0xA0;
  private static final int TIMESTAMP = 0xE7;
  private static final int SIMPLE_BLOCK = 0xA3;
  private static final int BLOCK = 0xA1;
  private static final int BLOCK_HEAD = 4;

  private final Ffmpeg.Running running;
  private final InputStream in;
  private Picture current;
  private Picture next;
  private long clusterMs;
  private long nextMs;
  private boolean hasNext;
  private int shown;

  private RawVideo(Ffmpeg.Running running, int width, int height) throws IOException {
    this.running = running;
    this.in = running.process().getInputStream();
    this.current = new Picture(width, height);
    this.next = new Picture(width, height);
    this.hasNext = read();
  }

  /**
   * Starts decoding.
   *
   * @param width of the pictures to get; others are scaled and framed to that size
   */
  static RawVideo open(Ffmpeg ffmpeg, Path file, int width, int height, Path dir, Duration limit)
      throws IOException {
    String fit =
        "scale=%d:%d:force_original_aspect_ratio=decrease:flags=bilinear,"
            + "pad=%d:%d:(ow-iw)/2:(oh-ih)/2:color=0x202020,format=yuv420p";
    Ffmpeg.Running running =
        ffmpeg.start(
            List.of(
                "-nostdin",
                "-copyts",
                "-threads",
                "1",
                "-i",
                file.toString(),
                "-map",
                "0:v:0",
                "-vf",
                fit.formatted(width, height, width, height),
                // Every picture at its own time: none doubled, none dropped, none rounded.
                "-fps_mode",
                "passthrough",
                "-enc_time_base",
                "1:1000",
                "-c:v",
                "rawvideo",
                "-f",
                "matroska",
                "pipe:1"),
            dir,
            limit);
    running.process().getOutputStream().close();
    return new RawVideo(running, width, height);
  }

  /** The picture to be seen at that time of the file; null before the first. Never goes back. */
  @Nullable Picture at(long ms) throws IOException {
    while (hasNext && nextMs <= ms) {
      Picture swap = current;
      current = next;
      next = swap;
      shown++;
      hasNext = read();
    }
    return shown == 0 ? null : current;
  }

  /** How many pictures have come so far: tells whether {@link #at} brought another one. */
  int shown() {
    return shown;
  }

  private boolean read() throws IOException {
    try {
      while (true) {
        int id = (int) number(false);
        long size = number(true);
        switch (id) {
          case SEGMENT, CLUSTER, BLOCK_GROUP -> {
            // Their children come next.
          }
          case TIMESTAMP -> clusterMs = unsigned((int) size);
          case SIMPLE_BLOCK, BLOCK -> {
            if (size != BLOCK_HEAD + next.data.length) {
              throw new FfmpegException("a picture of " + size + " bytes");
            }
            byte[] head = in.readNBytes(BLOCK_HEAD);
            if (in.readNBytes(next.data, 0, next.data.length) < next.data.length) {
              return false;
            }
            nextMs = clusterMs + (short) ((head[1] & 255) << 8 | head[2] & 255);
            return true;
          }
          default -> in.skipNBytes(size);
        }
      }
    } catch (EOFException e) {
      return false;
    }
  }

  /** An element's id with its length marker, or its size without. */
  private long number(boolean size) throws IOException {
    int first = in.read();
    if (first <= 0) {
      throw new EOFException();
    }
    int length = Integer.numberOfLeadingZeros(first) - 23;
    long value = size ? first & (0xFF >> length) : first;
    for (int i = 1; i < length; i++) {
      value = value << 8 | in.read() & 255;
    }
    return value;
  }

  private long unsigned(int bytes) throws IOException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << 8 | in.read() & 255;
    }
    return value;
  }

  /** Ends the process. A second call does nothing. */
  @Override
  public void close() throws IOException {
    running.process().destroyForcibly();
    in.close();
  }
}
