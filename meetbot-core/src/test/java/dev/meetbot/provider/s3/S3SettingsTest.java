package dev.meetbot.provider.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class S3SettingsTest {
  private static S3Settings settings(
      String prefix,
      @Nullable String accessKey,
      @Nullable String secretKey,
      S3Settings.Encryption encryption,
      @Nullable String kmsKeyId,
      Duration callTimeout) {
    return new S3Settings(
        URI.create("https://s3.example.org"),
        "eu-central-1",
        "bucket",
        prefix,
        true,
        accessKey,
        secretKey,
        encryption,
        kmsKeyId,
        false,
        Duration.ofSeconds(10),
        callTimeout);
  }

  @Test
  void itsTextShowsNoKey() {
    assertThat(
            settings(
                    "a/",
                    "AKIA123",
                    "hidden",
                    S3Settings.Encryption.NONE,
                    null,
                    Duration.ofHours(1))
                .toString())
        .doesNotContain("AKIA123", "hidden")
        .contains("bucket/a/", "s3.example.org", "keys given");
  }

  @Test
  void whatMakesNoSenseIsRefusedByName() {
    Duration minute = Duration.ofMinutes(1);
    S3Settings.Encryption none = S3Settings.Encryption.NONE;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("a", null, null, none, null, minute))
        .withMessageContaining("prefix");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("a!/", null, null, none, null, minute))
        .withMessageContaining("prefix");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("", "AKIA", null, none, null, minute))
        .withMessageContaining("secret key");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("", null, null, none, "key", minute))
        .withMessageContaining("KMS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings("", null, null, none, null, Duration.ofSeconds(1)))
        .withMessageContaining("timeout");
  }
}
