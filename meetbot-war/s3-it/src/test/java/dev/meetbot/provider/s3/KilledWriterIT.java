package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that is lost in the middle of a meeting. */
final class KilledWriterIT {
  /** Behind the second block, so that there are blocks, pieces and uploads. */
  private static final long ENOUGH = 12_000_000;

  private final S3Settings settings = S3Server.shared().newBucket();

  @Test
  @Timeout(60)
  void whatAKilledProcessFlushedIsReadFromAnotherNodeAndCanBeCleanedUp() throws Exception {
    long[] flushed = writeAndKill();
    try (S3ArtifactStore node = new S3ArtifactStore(settings, InstantSource.system());
        BucketLook look = new BucketLook(settings)) {
      List<ArtifactInfo> left = node.list(new ArtifactKey("acme/job-1"));
      assertThat(left).hasSize(KilledWriter.TRACKS).noneMatch(ArtifactInfo::committed);
      assertThat(look.uploads()).hasSize(KilledWriter.TRACKS);
      for (int t = 0; t < KilledWriter.TRACKS; t++) {
        byte[] bytes = read(node, KilledWriter.track(t));
        assertThat(bytes.length).isGreaterThanOrEqualTo((int) flushed[t]);
        assertThat(left.get(t).bytes()).isEqualTo(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
          if (bytes[i] != KilledWriter.at(t, i)) {
            throw new AssertionError("track " + t + " is wrong at " + i);
          }
        }
      }
      replace(node, look);
      node.delete(new ArtifactKey("acme"));
      assertThat(look.names()).isEmpty();
      assertThat(look.uploads()).isEmpty();
    }
  }

  /** A track that is written again by the next attempt. */
  private static void replace(S3ArtifactStore node, BucketLook look) throws IOException {
    ArtifactKey track = KilledWriter.track(0);
    try (ArtifactWriter writer = node.open(track, "video/webm")) {
      writer.append(new byte[] {9});
      writer.commit();
    }
    assertThat(read(node, track)).containsExactly(9);
    assertThat(look.uploads()).hasSize(KilledWriter.TRACKS - 1);
    assertThat(look.names()).noneMatch(n -> n.contains("track-0!"));
  }

  private static byte[] read(S3ArtifactStore store, ArtifactKey key) throws IOException {
    try (ArtifactContent content = store.read(key, ByteRange.ALL).orElseThrow()) {
      return content.stream().readAllBytes();
    }
  }

  private long[] writeAndKill() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                S3Server.shared().endpoint().toString(),
                settings.bucket())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long[] flushed = new long[KilledWriter.TRACKS];
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      while (flushed[KilledWriter.TRACKS - 1] < ENOUGH) {
        String line = lines.readLine();
        assertThat(line).as("the child ended before it was killed").isNotNull();
        String[] words = line.split(" ");
        flushed[Integer.parseInt(words[0])] = Long.parseLong(words[1]);
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return flushed;
  }
}
