package dev.meetbot.provider.s3;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * S3Proxy in this process, with its objects in memory: it checks signatures, and parts as Amazon
 * does. Started once for all tests, each of which has a bucket of its own.
 *
 * <p>With {@code -Dmeetbot.test.s3=http://127.0.0.1:5000} another server, which makes buckets for
 * anybody; the contracts can be run against it.
 */
final class S3Server {
  private static final String ACCESS_KEY = "test-access";
  private static final String SECRET_KEY = "test-secret";
  private static final S3Server SERVER = start();

  private final URI endpoint;
  private final AwkwardBlobStore blobs;

  private S3Server(URI endpoint, AwkwardBlobStore blobs) {
    this.endpoint = endpoint;
    this.blobs = blobs;
  }

  static S3Server shared() {
    return SERVER;
  }

  private static S3Server start() {
    AwkwardBlobStore blobs = new AwkwardBlobStore(new TransientNio2BlobStore());
    String other = System.getProperty("meetbot.test.s3");
    if (other != null) {
      return new S3Server(URI.create(other), blobs);
    }
    try {
      S3Proxy proxy =
          S3Proxy.builder()
              .blobStore(blobs)
              .endpoint(URI.create("http://127.0.0.1:0"))
              .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
              .build();
      proxy.start();
      return new S3Server(URI.create("http://127.0.0.1:" + proxy.getPort()), blobs);
    } catch (Exception e) {
      throw new IllegalStateException("S3Proxy did not start", e);
    }
  }

  URI endpoint() {
    return endpoint;
  }

  /** What goes wrong at the server. */
  AwkwardBlobStore blobs() {
    return blobs;
  }

  /** The settings of a new, empty bucket. */
  S3Settings newBucket() {
    String bucket = "bucket-" + UUID.randomUUID();
    S3Settings settings = settings(endpoint, bucket);
    try (S3Client client = S3Clients.of(settings)) {
      client.createBucket(r -> r.bucket(bucket));
    }
    return settings;
  }

  static S3Settings settings(URI endpoint, String bucket) {
    return new S3Settings(
        endpoint,
        "us-east-1",
        bucket,
        "recordings/",
        true,
        ACCESS_KEY,
        SECRET_KEY,
        S3Settings.Encryption.NONE,
        null,
        false,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }
}
