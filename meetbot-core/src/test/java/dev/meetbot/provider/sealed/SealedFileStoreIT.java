package dev.meetbot.provider.sealed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.tck.DurableArtifactStoreContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contracts, and what somebody may do to the files. */
final class SealedFileStoreIT implements DurableArtifactStoreContract {
  private static final byte[] KEY =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final String SECRET = "what was said in confidence ";

  @TempDir Path folder;
  private ArtifactStore store;

  @BeforeEach
  void openStore() throws IOException {
    store = withKey(KEY);
  }

  private ArtifactStore withKey(byte[] key) throws IOException {
    return new SealedArtifactStore(new FileArtifactStore(folder, 0), key);
  }

  @Override
  public ArtifactStore store() {
    return store;
  }

  @Override
  public void reopen() throws IOException {
    openStore();
  }

  private Path file(ArtifactKey key) {
    return folder.resolve(key.path());
  }

  private Path part(ArtifactKey key) {
    return folder.resolve(key.path() + "~part");
  }

  private byte[] read(ArtifactKey key, ByteRange range) throws IOException {
    try (ArtifactContent content = store.read(key, range).orElseThrow()) {
      return content.stream().readAllBytes();
    }
  }

  /** Frames of many lengths; returns what is in them. */
  private byte[] write(ArtifactKey key, boolean commit) throws IOException {
    Random random = new Random(7);
    byte[] all = new byte[700_000];
    random.nextBytes(all);
    try (ArtifactWriter writer = store.open(key, "audio/webm")) {
      for (int done = 0, step; done < all.length; done += step) {
        step = Math.min(all.length - done, 1 + random.nextInt(150_000));
        writer.append(all, done, step);
        if (random.nextInt(3) > 0) {
          writer.flush();
        }
      }
      writer.flush();
      if (commit) {
        writer.commit();
      }
    }
    return all;
  }

  @Test
  void nothingOfItIsOnTheDiskInClear() throws IOException {
    try (ArtifactWriter writer = store.open(AUDIO, "text/plain")) {
      writer.append(SECRET.repeat(5_000).getBytes(StandardCharsets.US_ASCII));
      writer.flush();
      assertThat(Files.readAllBytes(part(AUDIO))).hasSizeGreaterThan(100_000);
      assertThat(Files.readString(part(AUDIO), StandardCharsets.ISO_8859_1)).doesNotContain("said");
      writer.commit();
    }
    assertThat(Files.readString(file(AUDIO), StandardCharsets.ISO_8859_1)).doesNotContain("said");
  }

  @Test
  void theSameBytesLookDifferentEachTime() throws IOException {
    write(AUDIO, true);
    byte[] first = Files.readAllBytes(file(AUDIO));
    write(AUDIO, true);
    byte[] second = Files.readAllBytes(file(AUDIO));
    assertThat(second).hasSameSizeAs(first);
    int same = 0;
    for (int i = 0; i < first.length; i++) {
      same += first[i] == second[i] ? 1 : 0;
    }
    assertThat(same).isLessThan(first.length / 100);
  }

  @Test
  void anyRangeOfFinishedAndUnfinishedOnesIsRead() throws IOException {
    ArtifactKey unfinished = JOB.resolve("unfinished");
    byte[] all = write(AUDIO, true);
    write(unfinished, false);
    Random random = new Random(9);
    for (int i = 0; i < 40; i++) {
      int offset = random.nextInt(all.length);
      int length = random.nextInt(i % 2 == 0 ? 100 : 200_000);
      byte[] expected = Arrays.copyOfRange(all, offset, Math.min(all.length, offset + length));
      assertThat(read(AUDIO, new ByteRange(offset, length))).isEqualTo(expected);
      assertThat(read(unfinished, new ByteRange(offset, length))).isEqualTo(expected);
    }
    assertThat(store.list(JOB)).extracting(ArtifactInfo::bytes).containsOnly(700_000L);
  }

  /** Either the change is noticed, or it changed nothing that anybody reads. */
  @Test
  void aChangedByteIsNeverReadAsOneOfOurs() throws IOException {
    byte[] all = write(AUDIO, true);
    byte[] good = Files.readAllBytes(file(AUDIO));
    int noticed = 0;
    Random random = new Random(2);
    for (int i = 0; i < 60; i++) {
      byte[] bad = good.clone();
      int at = i < 20 ? i : i < 40 ? bad.length - 1 - (i - 20) * 4 : random.nextInt(bad.length);
      bad[at] ^= 1;
      Files.write(file(AUDIO), bad);
      try {
        assertThat(read(AUDIO, ByteRange.ALL)).isEqualTo(all);
      } catch (IOException e) {
        noticed++;
      }
    }
    assertThat(noticed).isGreaterThan(50);
  }

  @Test
  void aCutOffArtifactIsRefusedWhereverItWasCut() throws IOException {
    write(AUDIO, true);
    byte[] good = Files.readAllBytes(file(AUDIO));
    for (int length : new int[] {0, 10, 20, 500, good.length / 2, good.length - 1}) {
      Files.write(file(AUDIO), Arrays.copyOf(good, length));
      assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(AUDIO, ByteRange.ALL));
    }
  }

  @Test
  void anArtifactIsWorthNothingUnderAnotherKeyOrWithAnotherSecret() throws IOException {
    write(AUDIO, true);
    ArtifactKey other = JOB.resolve("other");
    Files.copy(file(AUDIO), file(other));
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(other, ByteRange.ALL));
    assertThat(store.list(JOB)).hasSize(2);
    store = withKey(new byte[32]);
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> read(AUDIO, ByteRange.ALL));
    assertThatIllegalArgumentException().isThrownBy(() -> withKey(new byte[16]));
  }

  @Test
  void whatADeadProcessWroteReadsUpToItsLastWholeFrame() throws IOException {
    byte[] all = write(AUDIO, false);
    byte[] good = Files.readAllBytes(part(AUDIO));
    reopen();
    for (int cut : new int[] {1, 50, 70, 30_000, good.length - 5, good.length - 20}) {
      Files.write(part(AUDIO), Arrays.copyOf(good, good.length - cut));
      byte[] left = read(AUDIO, ByteRange.ALL);
      assertThat(left).isEqualTo(Arrays.copyOf(all, left.length));
      assertThat(left.length).isGreaterThanOrEqualTo(all.length - cut - 2 * Format.FRAME);
      assertThat(store.list(JOB))
          .extracting(ArtifactInfo::bytes)
          .containsExactly((long) left.length);
    }
    Files.write(part(AUDIO), Arrays.copyOf(good, good.length + 333));
    assertThat(read(AUDIO, ByteRange.ALL)).isEqualTo(all);
  }
}
