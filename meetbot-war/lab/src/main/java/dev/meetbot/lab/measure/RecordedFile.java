package dev.meetbot.lab.measure;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of a recording as its manifest describes it.
 *
 * @param offsetMs where the file's time 0 lies in the recording
 */
public record RecordedFile(Path path, JsonObject entry, double offsetMs) {

  static RecordedFile of(Path dir, JsonObject entry) {
    double offset =
        entry.containsKey("startOffsetMs") && !entry.isNull("startOffsetMs")
            ? entry.getJsonNumber("startOffsetMs").doubleValue()
            : 0;
    return new RecordedFile(dir.resolve(entry.getString("name")), entry, offset);
  }

  public String name() {
    return entry.getString("name");
  }

  public String kind() {
    return entry.getString("kind");
  }

  /** The display name of whose track it is; empty when it is nobody's. */
  public String speaker() {
    return entry.getString("speaker", "");
  }

  /** Whether length and SHA-256 of the bytes are those that the manifest tells. */
  public boolean isAsManifested() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        long length = in.transferTo(java.io.OutputStream.nullOutputStream());
        return length == entry.getJsonNumber("bytes").longValue()
            && HexFormat.of().formatHex(digest.digest()).equals(entry.getString("sha256", ""));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
