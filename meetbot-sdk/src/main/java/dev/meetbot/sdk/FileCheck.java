package dev.meetbot.sdk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What is there of a file, against what the manifest says of it.
 *
 * @param expected null when nothing is known of it
 */
record FileCheck(Path part, Manifest.@Nullable File expected) {

  /** Deletes a part that cannot be gone on with; how many bytes are left. */
  long dropUseless() throws IOException {
    if (!canTell() || size() > expected.bytes()) {
      Files.deleteIfExists(part);
    }
    return size();
  }

  /** From where the next request may go on. */
  long resumableBytes() {
    return canTell() ? size() : 0;
  }

  boolean isComplete() {
    return expected != null && size() == expected.bytes();
  }

  /** Whether the bytes are the manifest's, as far as it tells. */
  boolean isRight() throws IOException {
    return !canTell() || sha256().equals(expected.sha256());
  }

  private boolean canTell() {
    return expected != null && expected.sha256() != null;
  }

  private long size() {
    try {
      return Files.exists(part) ? Files.size(part) : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String sha256() throws IOException {
    try (InputStream bytes = Files.newInputStream(part);
        DigestInputStream digest =
            new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
