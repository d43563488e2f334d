package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.provider.sealed.SealedArtifactStore;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What lies in the bucket, as other tools see it, and what happens when there are two writers. */
final class S3BucketIT {
  private static final ArtifactKey JOB = new ArtifactKey("acme/job-1");
  private static final ArtifactKey VIDEO = JOB.resolve("video.webm");
  private static final String NAME = "recordings/acme/job-1/video.webm";
  private static final byte[] CHUNK = noise(1_500_000);

  private S3Settings settings;
  private S3ArtifactStore store;
  private BucketLook look;

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  @BeforeEach
  void open() {
    use(S3Server.shared().newBucket());
  }

  private void use(S3Settings settings) {
    this.settings = settings;
    store = new S3ArtifactStore(settings, InstantSource.system());
    look = new BucketLook(settings);
  }

  @AfterEach
  void close() {
    store.close();
    look.close();
  }

  private static void write(ArtifactWriter writer, int chunks) throws IOException {
    for (int i = 0; i < chunks; i++) {
      writer.append(CHUNK);
      writer.flush();
    }
  }

  private byte[] read(ArtifactKey key) throws IOException {
    try (ArtifactContent content = store.read(key, ByteRange.ALL).orElseThrow()) {
      return content.stream().readAllBytes();
    }
  }

  private static byte[] chunks(int count) {
    byte[] all = new byte[count * CHUNK.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(CHUNK, 0, all, i * CHUNK.length, CHUNK.length);
    }
    return all;
  }

  @Test
  void aCommittedArtifactIsAPlainObjectAndNothingElseIsLeft() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm;codecs=vp9")) {
      write(writer, 10);
      assertThat(look.names()).noneMatch(NAME::equals).allMatch(n -> n.startsWith(NAME + "!/"));
      assertThat(look.uploads()).containsExactly(NAME);
      writer.commit();
    }
    assertThat(look.names()).containsExactly(NAME);
    assertThat(look.uploads()).isEmpty();
    assertThat(look.head(NAME).contentType()).isEqualTo("video/webm;codecs=vp9");
    assertThat(look.bytes(NAME)).isEqualTo(chunks(10));
  }

  @Test
  void whatIsNeverFlushedGoesUpInPartsAndIsInvisibleBefore() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      for (int i = 0; i < 8; i++) {
        writer.append(CHUNK);
      }
      assertThat(look.uploads()).containsExactly(NAME);
      assertThat(store.list(JOB)).isEmpty();
      assertThat(store.read(VIDEO, ByteRange.ALL)).isEmpty();
      writer.commit();
    }
    assertThat(look.bytes(NAME)).isEqualTo(chunks(8));
    assertThat(look.names()).containsExactly(NAME);
    assertThat(look.uploads()).isEmpty();
  }

  @Test
  void anAbortAndACloseWithoutAFlushLeaveNothing() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      write(writer, 5);
      writer.append(CHUNK);
      writer.abort();
    }
    ArtifactWriter unflushed = store.open(VIDEO, "video/webm");
    try (unflushed) {
      unflushed.append(chunks(5));
    }
    assertThat(look.names()).isEmpty();
    assertThat(look.uploads()).isEmpty();
  }

  @Test
  void aCloseWithoutACommitKeepsWhatWasFlushedAndNoUpload() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      write(writer, 5);
      writer.append(chunks(8));
    }
    assertThat(look.uploads()).isEmpty();
    assertThat(read(VIDEO)).isEqualTo(chunks(5));
    store.delete(VIDEO);
    assertThat(look.names()).isEmpty();
  }

  @Test
  void aDeleteTakesWhatIsStillWrittenAndItsUpload() throws IOException {
    ArtifactWriter writer = store.open(VIDEO, "video/webm");
    ArtifactWriter other = store.open(new ArtifactKey("acme/job-10/x"), "video/webm");
    try (writer;
        other) {
      write(writer, 5);
      write(other, 4);
      store.delete(JOB);
      assertThat(look.names()).isNotEmpty().allMatch(n -> n.contains("/job-10/"));
      assertThat(look.uploads()).containsExactly("recordings/acme/job-10/x");
      assertThatExceptionOfType(IOException.class).isThrownBy(writer::commit);
    }
    assertThat(store.read(VIDEO, ByteRange.ALL)).isEmpty();
  }

  @Test
  void aSlowTrackLeavesDozensOfPiecesNotThousands() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      for (int i = 0; i < 100; i++) {
        writer.append(CHUNK, i, 1);
        writer.flush();
      }
      assertThat(look.names()).hasSizeLessThan(40);
      assertThat(read(VIDEO)).isEqualTo(Arrays.copyOf(CHUNK, 100));
    }
  }

  @Test
  void aReaderIsNotDisturbedByTheWriterThatGoesOnAndCommits() throws IOException {
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      write(writer, 5);
      ArtifactContent early = store.read(VIDEO, ByteRange.ALL).orElseThrow();
      ArtifactContent late = store.read(VIDEO, new ByteRange(4_000_000, 3_000_000)).orElseThrow();
      try (early;
          late) {
        InputStream in = early.stream();
        assertThat(in.readNBytes(100)).isEqualTo(Arrays.copyOf(CHUNK, 100));
        write(writer, 5);
        assertThat(in.readNBytes(5_000_000)).hasSize(5_000_000);
        writer.commit();
        byte[] all = chunks(5);
        assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(all, 5_000_100, all.length));
        assertThat(late.stream().readAllBytes())
            .isEqualTo(Arrays.copyOfRange(all, 4_000_000, 7_000_000));
      }
    }
  }

  @Test
  void aWriterThatLostItsLeaseIsReplacedAndCannotCommitOverTheNewOne() throws IOException {
    byte[] mine = noise(50);
    try (ArtifactWriter lost = store.open(VIDEO, "video/webm");
        S3ArtifactStore node = new S3ArtifactStore(settings, InstantSource.system());
        ArtifactWriter next = node.open(VIDEO, "video/ogg")) {
      write(lost, 5);
      next.append(mine);
      next.flush();
      assertThat(read(VIDEO)).isEqualTo(mine);
      write(lost, 1);
      assertThat(read(VIDEO)).isEqualTo(mine);
      assertThat(store.list(JOB)).extracting(ArtifactInfo::mediaType).containsExactly("video/ogg");
      assertThatExceptionOfType(IOException.class).isThrownBy(lost::commit);
      next.commit();
      assertThat(read(VIDEO)).isEqualTo(mine);
    }
    assertThat(read(VIDEO)).isEqualTo(mine);
    store.delete(JOB);
    assertThat(look.names()).isEmpty();
    assertThat(look.uploads()).isEmpty();
  }

  @Test
  void manyObjectsAreListedAndDeletedInPages() throws IOException {
    for (int i = 0; i < 1_030; i++) {
      look.put("recordings/acme/job-1/f" + i, new byte[] {1});
    }
    assertThat(store.list(JOB)).hasSize(1_030);
    store.delete(JOB);
    assertThat(look.names()).isEmpty();
  }

  @Test
  void whatOthersPutIntoTheBucketIsNoArtifact() throws IOException {
    look.put("recordings/acme/job-1/with blank", new byte[1]);
    look.put("recordings/acme/job-1/folder/", new byte[0]);
    look.put("recordings/acme/job-1/x!/whatever", new byte[1]);
    assertThat(store.list(JOB)).isEmpty();
    assertThat(store.read(JOB.resolve("x"), ByteRange.ALL)).isEmpty();
  }

  @Test
  void theServerIsAskedToEncryptSmallAndBigArtifacts() throws IOException {
    close();
    use(with(S3Settings.Encryption.AES256, false));
    try (ArtifactWriter small = store.open(JOB.resolve("small"), "text/plain");
        ArtifactWriter big = store.open(VIDEO, "video/webm")) {
      small.append(new byte[1]);
      small.commit();
      big.append(chunks(4));
      big.commit();
    }
    for (String name : new String[] {NAME, "recordings/acme/job-1/small"}) {
      HeadObjectResponse head = look.head(name);
      assertThat(head.serverSideEncryption()).isEqualTo(ServerSideEncryption.AES256);
    }
  }

  @Test
  void newChecksumsWorkWhereTheServerKnowsThem() throws IOException {
    close();
    use(with(S3Settings.Encryption.NONE, true));
    try (ArtifactWriter writer = store.open(VIDEO, "video/webm")) {
      write(writer, 5);
      assertThat(read(VIDEO)).isEqualTo(chunks(5));
      writer.commit();
    }
    assertThat(read(VIDEO)).isEqualTo(chunks(5));
    store.delete(JOB);
    assertThat(look.names()).isEmpty();
  }

  @Test
  void whatIsSealedByOurselvesIsReadWhileItIsWrittenAndAfterIt() throws IOException {
    // both of its stores use the bucket at once, as two nodes do
    try (ArtifactStore one = sealed();
        ArtifactStore two = sealed();
        ArtifactWriter writer = one.open(VIDEO, "video/webm")) {
      write(writer, 5);
      ArtifactContent running = two.read(VIDEO, new ByteRange(70_000, 6_000_000)).orElseThrow();
      try (running) {
        assertThat(running.info().bytes()).isEqualTo(5L * CHUNK.length);
        assertThat(running.stream().readAllBytes())
            .isEqualTo(Arrays.copyOfRange(chunks(5), 70_000, 6_070_000));
      }
      writer.commit();
      ArtifactContent part = two.read(VIDEO, new ByteRange(7_000_000, 1_000)).orElseThrow();
      try (part) {
        assertThat(part.info().committed()).isTrue();
        assertThat(part.stream().readAllBytes())
            .isEqualTo(Arrays.copyOfRange(chunks(5), 7_000_000, 7_001_000));
      }
      assertThat(two.list(JOB)).extracting(ArtifactInfo::bytes).containsExactly(7_500_000L);
      assertThat(look.bytes(NAME)).hasSizeGreaterThan(7_500_000);
    }
  }

  private ArtifactStore sealed() {
    return new SealedArtifactStore(
        new S3ArtifactStore(settings, InstantSource.system()), new byte[32]);
  }

  private static S3Settings with(S3Settings.Encryption encryption, boolean newChecksums) {
    S3Settings s = S3Server.shared().newBucket();
    return new S3Settings(
        s.endpoint(),
        s.region(),
        s.bucket(),
        s.prefix(),
        true,
        s.accessKey(),
        s.secretKey(),
        encryption,
        null,
        newChecksums,
        s.attemptTimeout(),
        s.callTimeout());
  }
}
