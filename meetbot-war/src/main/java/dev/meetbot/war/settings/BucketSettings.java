package dev.meetbot.war.settings;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A bucket of a server that speaks S3; {@code docs/settings.md} explains each.
 *
 * @param endpoint null for Amazon's
 * @param accessKey null for what the machine gives; goes with the secret key
 * @param encryption {@code none}, {@code aes256} or {@code kms}
 */
public record BucketSettings(
    @Nullable URI endpoint,
    String region,
    String bucket,
    String prefix,
    boolean pathStyle,
    @Nullable String accessKey,
    @Nullable String secretKey,
    String encryption,
    @Nullable String kmsKeyId,
    boolean newChecksums,
    Duration attemptTimeout,
    Duration callTimeout) {

  static BucketSettings read(SettingTexts texts) {
    texts.requireWith(SettingKey.ARTIFACTS_PROVIDER, SettingKey.S3_BUCKET);
    URI endpoint = texts.link(SettingKey.S3_ENDPOINT);
    String accessKey = texts.text(SettingKey.S3_ACCESS_KEY);
    String secretKey = texts.secret(SettingKey.S3_SECRET_KEY);
    if (accessKey != null) {
      texts.requireWith(SettingKey.S3_ACCESS_KEY, SettingKey.S3_SECRET_KEY);
    }
    return new BucketSettings(
        endpoint,
        or(texts.text(SettingKey.S3_REGION), "us-east-1"),
        or(texts.text(SettingKey.S3_BUCKET), ""),
        or(texts.text(SettingKey.S3_PREFIX), ""),
        texts.flag(SettingKey.S3_PATH_STYLE, endpoint != null),
        accessKey,
        secretKey,
        texts.oneOf(SettingKey.S3_ENCRYPTION, "none", "aes256", "kms"),
        texts.text(SettingKey.S3_KMS_KEY_ID),
        texts.flag(SettingKey.S3_NEW_CHECKSUMS, false),
        texts.duration(SettingKey.S3_ATTEMPT_TIMEOUT, Duration.ofSeconds(20)),
        texts.duration(SettingKey.S3_CALL_TIMEOUT, Duration.ofSeconds(60)));
  }

  private static String or(@Nullable String text, String fallback) {
    return text == null ? fallback : text;
  }

  /** Without the secret key. */
  @Override
  public String toString() {
    return "BucketSettings[" + bucket + " at " + endpoint + "]";
  }
}
