package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** Says what the SDK's exceptions mean. */
final class S3Failure {
  /** Of Ceph, MinIO and others; Amazon has no limit. */
  private static final Set<String> FULL =
      Set.of(
          "QuotaExceeded",
          "StorageFull",
          "InsufficientStorage",
          "XMinioStorageFull",
          "XMinioAdminBucketQuotaExceeded");

  private static final int INSUFFICIENT_STORAGE = 507;

  private S3Failure() {}

  /** A call to the server. */
  @FunctionalInterface
  interface Call<T> {
    T run();
  }

  /** Runs it and tells of its failure in the store's words. */
  static <T> T telling(String act, Call<T> call) throws IOException {
    try {
      return call.run();
    } catch (SdkException e) {
      throw of(act, e);
    }
  }

  static IOException of(String act, SdkException e) {
    if (e instanceof AbortedException || Thread.currentThread().isInterrupted()) {
      IOException interrupted = new InterruptedIOException("could not " + act + ": interrupted");
      interrupted.initCause(e);
      return interrupted;
    }
    if (e instanceof AwsServiceException answer
        && (answer.statusCode() == INSUFFICIENT_STORAGE || FULL.contains(code(answer)))) {
      return new StoreFullException("no room to " + act + ": " + code(answer), e);
    }
    return new IOException("could not " + act + ": " + e.getMessage(), e);
  }

  /** There is no such object, in a bucket that is there. */
  static boolean absent(AwsServiceException e) {
    return e.statusCode() == 404 && !code(e).equals("NoSuchBucket");
  }

  /** The server does not offer what was asked for. */
  static boolean notOffered(AwsServiceException e) {
    return e.statusCode() == 501 || e.statusCode() == 405 || code(e).equals("NotImplemented");
  }

  private static String code(AwsServiceException e) {
    String code = e.awsErrorDetails() == null ? null : e.awsErrorDetails().errorCode();
    return code == null ? Integer.toString(e.statusCode()) : code;
  }
}
