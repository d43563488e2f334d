package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.artifact.StoreFullException;
import dev.meetbot.tck.FullStoreContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A server that is full, busy, away or silent, or that does not know us. */
final class S3FaultsIT implements FullStoreContract {
  private static final ArtifactKey KEY = new ArtifactKey("acme/job-1/audio.webm");

  @Override
  public ArtifactStore storeWithRoomFor(long bytes) {
    S3Settings settings = S3Server.shared().newBucket();
    S3Server.shared().blobs().limit(settings.bucket(), bytes);
    return new S3ArtifactStore(settings, InstantSource.system());
  }

  @Test
  void aBusyServerIsAskedAgain() throws IOException {
    S3Settings settings = S3Server.shared().newBucket();
    AtomicInteger refusals = S3Server.shared().blobs().refuse(settings.bucket(), 3);
    try (ArtifactStore store = new S3ArtifactStore(settings, InstantSource.system());
        ArtifactWriter writer = store.open(KEY, "audio/webm")) {
      writer.append(new byte[] {1, 2, 3});
      writer.flush();
      assertThat(refusals).hasValue(0);
      writer.commit();
      assertThat(store.read(KEY, ByteRange.ALL).orElseThrow().info().bytes()).isEqualTo(3);
    }
  }

  @Test
  void aServerThatStaysBusyFailsTheFlushInBoundedTimeAndTheNextFlushMendsIt() throws IOException {
    S3Settings settings = impatient(S3Server.shared().newBucket());
    AtomicInteger refusals = S3Server.shared().blobs().refuse(settings.bucket(), 1_000_000);
    try (ArtifactStore store = new S3ArtifactStore(settings, InstantSource.system());
        ArtifactWriter writer = store.open(KEY, "audio/webm")) {
      writer.append(new byte[] {1, 2, 3});
      assertFailsInTime(writer::flush);
      assertThat(store.list(new ArtifactKey("acme"))).isEmpty();
      refusals.set(0);
      writer.append(new byte[] {4});
      writer.flush();
      assertThat(store.read(KEY, ByteRange.ALL).orElseThrow().stream().readAllBytes())
          .containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void aServerThatIsAwayFailsInBoundedTime() throws IOException {
    URI nobody;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    assertAllFailInTime(impatient(S3Server.settings(nobody, "bucket")));
  }

  @Test
  void aServerThatNeverAnswersFailsInBoundedTime() throws IOException {
    // connections wait in its queue for ever
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
      assertAllFailInTime(impatient(S3Server.settings(endpoint, "bucket")));
    }
  }

  private static void assertAllFailInTime(S3Settings settings) throws IOException {
    try (ArtifactStore store = new S3ArtifactStore(settings, InstantSource.system());
        ArtifactWriter writer = store.open(KEY, "audio/webm")) {
      writer.append(new byte[] {1});
      assertFailsInTime(writer::flush);
      assertFailsInTime(() -> store.read(KEY, ByteRange.ALL));
      assertFailsInTime(() -> store.list(KEY));
    }
  }

  @Test
  void aWrongSecretAndAMissingBucketAreErrorsAndNotEmptyStores() throws IOException {
    S3Settings good = S3Server.shared().newBucket();
    S3Settings bad =
        new S3Settings(
            good.endpoint(),
            good.region(),
            good.bucket(),
            good.prefix(),
            true,
            good.accessKey(),
            "wrong",
            S3Settings.Encryption.NONE,
            null,
            false,
            good.attemptTimeout(),
            good.callTimeout());
    for (S3Settings wrong :
        new S3Settings[] {bad, S3Server.settings(S3Server.shared().endpoint(), "no-such-bucket")}) {
      try (ArtifactStore store = new S3ArtifactStore(wrong, InstantSource.system());
          ArtifactWriter writer = store.open(KEY, "audio/webm")) {
        assertFailsInTime(store::ping);
        assertFailsInTime(() -> store.read(KEY, ByteRange.ALL));
        assertFailsInTime(() -> store.list(KEY));
        assertFailsInTime(() -> store.delete(KEY));
        assertFailsInTime(writer::commit);
      }
    }
  }

  private static void assertFailsInTime(ThrowingCallable act) {
    long before = System.nanoTime();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(act)
        .isNotInstanceOf(StoreFullException.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
  }

  private static S3Settings impatient(S3Settings s) {
    return new S3Settings(
        s.endpoint(),
        s.region(),
        s.bucket(),
        s.prefix(),
        s.pathStyle(),
        s.accessKey(),
        s.secretKey(),
        s.serverSideEncryption(),
        null,
        false,
        Duration.ofMillis(700),
        Duration.ofMillis(1500));
  }
}
