package dev.meetbot.engine.internal.access;

import dev.meetbot.model.KeyScope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of API keys: the scope's prefix and 32 base62 characters, of which the last six are a
 * CRC-32 of what is before them, so that a mistyped key and a leaked one are recognised without a
 * look-up.
 */
final class ApiKeys {
  private static final int RANDOM = 26;
  private static final int CHECK = 6;
  private static final String BASE62 =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final Pattern FORM = Pattern.compile("mb_[a-z]+_[0-9A-Za-z]{32}");

  private ApiKeys() {}

  static String generate(KeyScope scope, SecureRandom random) {
    StringBuilder key = new StringBuilder(scope.prefix());
    for (int i = 0; i < RANDOM; i++) {
      key.append(BASE62.charAt(random.nextInt(BASE62.length())));
    }
    return key.append(check(key.toString())).toString();
  }

  /** Whether the text looks like a key whose checksum is right. */
  static boolean wellFormed(String key) {
    int body = key.length() - CHECK;
    return FORM.matcher(key).matches() && key.substring(body).equals(check(key.substring(0, body)));
  }

  /** SHA-256 in hex: enough for a secret of 155 random bits, and findable by an index. */
  static String hash(String key) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(key.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String check(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    char[] digits = new char[CHECK];
    long rest = crc.getValue();
    for (int i = CHECK - 1; i >= 0; i--) {
      digits[i] = BASE62.charAt((int) (rest % BASE62.length()));
      rest /= BASE62.length();
    }
    return new String(digits);
  }
}
