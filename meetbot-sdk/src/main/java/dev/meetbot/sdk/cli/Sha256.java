package dev.meetbot.sdk.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The checksum of a file. */
final class Sha256 {
  private Sha256() {}

  /** In lower-case hex, as manifests have it. */
  static String of(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file);
        DigestInputStream digest =
            new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
