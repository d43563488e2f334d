package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A process that writes tracks until it is killed, and says after each flush how far it is. */
final class KilledWriter {
  static final int TRACKS = 3;
  static final int STEP = 400_000;

  private KilledWriter() {}

  static ArtifactKey track(int number) {
    return new ArtifactKey("acme/job-1/capture/1/track-" + number);
  }

  static byte at(int track, long position) {
    return (byte) (31 * track + position / 1000 + 7 * (position % 1000));
  }

  public static void main(String[] args) throws IOException {
    S3Settings settings = S3Server.settings(URI.create(args[0]), args[1]);
    PrintStream out = System.out;
    try (S3ArtifactStore store = new S3ArtifactStore(settings, InstantSource.system())) {
      List<ArtifactWriter> writers = new ArrayList<>();
      for (int t = 0; t < TRACKS; t++) {
        writers.add(store.open(track(t), "video/webm"));
      }
      byte[] step = new byte[STEP];
      for (long position = 0; ; position += STEP) {
        for (int t = 0; t < TRACKS; t++) {
          for (int i = 0; i < STEP; i++) {
            step[i] = at(t, position + i);
          }
          writers.get(t).append(step);
          writers.get(t).flush();
          out.println(t + " " + (position + STEP));
        }
      }
    }
  }
}
