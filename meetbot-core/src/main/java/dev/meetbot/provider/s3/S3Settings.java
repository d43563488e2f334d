package dev.meetbot.provider.s3;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is and how it is used.
 *
 * @param endpoint of a server that is not Amazon's; null for Amazon's own of the region
 * @param prefix what the names of all objects begin with; empty, or folders that end with a slash
 * @param pathStyle whether the bucket stands in the path, as most servers other than Amazon's need
 *     it, instead of the host's name
 * @param accessKey with {@code secretKey}; both null for what the SDK finds by itself: environment,
 *     profile, the container's or the machine's role
 * @param kmsKeyId for {@link Encryption#KMS}; null for the account's default key
 * @param newChecksums whether uploads carry the CRC checksums that Amazon introduced in 2024, which
 *     other servers may not know
 * @param attemptTimeout for one try of a request
 * @param callTimeout for a request with all its retries; after it the call fails
 */
public record S3Settings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey,
    Encryption serverSideEncryption,
    @Nullable String kmsKeyId,
    boolean newChecksums,
    Duration attemptTimeout,
    Duration callTimeout) {

  /** What the server is asked to do with objects before it keeps them. */
  public enum Encryption {
    /** Nothing is asked for; the bucket may have a default. */
    NONE,
    /** The server's own keys. */
    AES256,
    /** A key of the server's key management service. */
    KMS
  }

  /** Throws IllegalArgumentException that names what makes no sense. */
  public S3Settings {
    require(!region.isBlank(), "the region is empty");
    require(!bucket.isBlank(), "the bucket is empty");
    require(
        prefix.isEmpty() || (prefix.endsWith("/") && !prefix.startsWith("/")),
        "a prefix begins without a slash and ends with one");
    require(!prefix.contains("!"), "a prefix has no exclamation mark");
    require(
        (accessKey == null) == (secretKey == null), "access key and secret key go together only");
    require(
        kmsKeyId == null || serverSideEncryption == Encryption.KMS,
        "a KMS key needs the encryption KMS");
    require(attemptTimeout.toMillis() > 0, "the timeout of an attempt must be positive");
    require(
        callTimeout.compareTo(attemptTimeout) >= 0,
        "the timeout of a call cannot be shorter than that of an attempt");
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "S3Settings["
        + (endpoint == null ? "Amazon" : endpoint)
        + " "
        + region
        + " "
        + bucket
        + "/"
        + prefix
        + (accessKey == null ? "" : ", keys given")
        + "]";
  }
}
