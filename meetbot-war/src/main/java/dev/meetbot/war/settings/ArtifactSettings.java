package dev.meetbot.war.settings;

import dev.meetbot.engine.EngineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where recordings are kept.
 *
 * @param path the folder, when they are kept in one
 * @param minFreeBytes how much of its disk stays free
 * @param patience how long finalizing waits when there is no room
 * @param encryptionKey 32 bytes under which everything is encrypted before it is kept; null for not
 *     at all. Never shown
 * @param s3 the bucket, when they are kept in one; else null
 */
public record ArtifactSettings(
    Path path,
    long minFreeBytes,
    Duration patience,
    byte @Nullable [] encryptionKey,
    @Nullable BucketSettings s3) {
  private static final int KEY_BYTES = 32;
  private static final long MIN_FREE = 256L << 20;

  static ArtifactSettings read(
      SettingTexts texts, Path data, boolean inBucket, EngineSettings usual) {
    Path path = texts.path(SettingKey.ARTIFACTS_PATH);
    return new ArtifactSettings(
        path == null ? data.resolve("artifacts") : path,
        texts.number(SettingKey.ARTIFACTS_MIN_FREE_BYTES, MIN_FREE, 0, Long.MAX_VALUE),
        texts.duration(SettingKey.ARTIFACTS_PATIENCE, usual.storePatience()),
        key(texts),
        inBucket ? BucketSettings.read(texts) : null);
  }

  private static byte @Nullable [] key(SettingTexts texts) {
    String text = texts.secret(SettingKey.ARTIFACTS_ENCRYPTION_KEY);
    if (text == null) {
      return null;
    }
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    texts.problem(SettingKey.ARTIFACTS_ENCRYPTION_KEY, "must be 32 bytes in base64");
    return null;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "ArtifactSettings[" + path + ", " + s3 + "]";
  }
}
