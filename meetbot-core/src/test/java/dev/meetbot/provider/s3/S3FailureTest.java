package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.artifact.StoreFullException;
import java.io.InterruptedIOException;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class S3FailureTest {
  private static S3Exception answer(int status, String code) {
    S3Exception.Builder builder = S3Exception.builder();
    builder.statusCode(status).message(code);
    builder.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build());
    return (S3Exception) builder.build();
  }

  @Test
  void quotasAndFullDisksAreFullStores() {
    assertThat(S3Failure.of("write", answer(403, "QuotaExceeded")))
        .isInstanceOf(StoreFullException.class);
    assertThat(S3Failure.of("write", answer(507, "XMinioStorageFull")))
        .isInstanceOf(StoreFullException.class);
    assertThat(S3Failure.of("write", answer(403, "AccessDenied")))
        .isNotInstanceOf(StoreFullException.class);
  }

  @Test
  void aMissingBucketIsNotAMissingObject() {
    assertThat(S3Failure.absent(answer(404, "NoSuchKey"))).isTrue();
    assertThat(S3Failure.absent(answer(404, "NoSuchBucket"))).isFalse();
    assertThat(S3Failure.absent(answer(403, "AccessDenied"))).isFalse();
  }

  @Test
  void anInterruptIsToldAsOne() {
    assertThat(S3Failure.of("write", AbortedException.create("stop")))
        .isInstanceOf(InterruptedIOException.class);
  }
}
