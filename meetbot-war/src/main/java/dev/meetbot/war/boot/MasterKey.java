package dev.meetbot.war.boot;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key that seals secrets in the database; kept beside it, not in it. */
final class MasterKey {
  /** Name of the file in the data directory: 64 hexadecimal digits. */
  static final String FILE = "master.key";

  private static final System.Logger LOG = System.getLogger(MasterKey.class.getName());
  private static final int BYTES = 32;

  private MasterKey() {}

  /** The key that was given as text. */
  static byte[] of(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  /**
   * The key of that data directory; the first call makes it.
   *
   * @throws IOException when the file cannot be read, written, or holds no key: a new one would
   *     make everything sealed by the old one unreadable, so none is made then
   */
  static byte[] in(Path data) throws IOException {
    Path file = data.resolve(FILE);
    if (!Files.exists(file)) {
      byte[] key = new byte[BYTES];
      new SecureRandom().nextBytes(key);
      SecretFiles.write(file, text(key).getBytes(StandardCharsets.US_ASCII));
      return key;
    }
    if (SecretFiles.exposed(file)) {
      LOG.log(Level.WARNING, "{0} can be read by other users: chmod 600 it", file);
    }
    return parse(file, Files.readString(file, StandardCharsets.US_ASCII).strip());
  }

  private static String text(byte[] key) {
    return HexFormat.of().formatHex(key) + "\n";
  }

  private static byte[] parse(Path file, String text) throws IOException {
    if (text.matches("[0-9a-fA-F]{" + 2 * BYTES + "}")) {
      return HexFormat.of().parseHex(text);
    }
    throw new IOException(file + " does not hold a key of 64 hexadecimal digits");
  }
}
