package dev.meetbot.war.boot;

import dev.meetbot.provider.s3.S3ArtifactStore;
import dev.meetbot.provider.s3.S3Settings;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.war.settings.BucketSettings;
import dev.meetbot.war.settings.SettingsException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** Artifact stores in buckets. */
final class Buckets {
  private Buckets() {}

  /**
   * The store in that bucket.
   *
   * @throws SettingsException when a setting makes no sense
   */
  static ArtifactStore open(BucketSettings wanted) {
    S3Settings settings;
    try {
      settings =
          new S3Settings(
              wanted.endpoint(),
              wanted.region(),
              wanted.bucket(),
              wanted.prefix(),
              wanted.pathStyle(),
              wanted.accessKey(),
              wanted.secretKey(),
              S3Settings.Encryption.valueOf(wanted.encryption().toUpperCase(Locale.ROOT)),
              wanted.kmsKeyId(),
              wanted.newChecksums(),
              wanted.attemptTimeout(),
              wanted.callTimeout());
    } catch (IllegalArgumentException e) {
      throw new SettingsException(List.of("meetbot.s3: " + e.getMessage()));
    }
    return new S3ArtifactStore(settings, InstantSource.system());
  }
}
