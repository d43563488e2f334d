package dev.meetbot.engine.internal.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/** Nonces and user codes. Thread-safe. */
public final class LoginCodes {
  /** Without vowels: no words, and no letters that look alike (RFC 8628, 6.1). */
  private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";

  private static final int LENGTH = 8;
  private static final int NONCE_BYTES = 32;
  private static final Pattern NOISE = Pattern.compile("[^A-Z]");

  private final SecureRandom random;

  public LoginCodes(SecureRandom random) {
    this.random = random;
  }

  /** 256 random bits as base64url. */
  public String newNonce() {
    byte[] bytes = new byte[NONCE_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** A user code without its hyphen: 34.6 random bits, for ten minutes, behind a rate limit. */
  String newUserCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.toString();
  }

  /** As people read it. */
  public static String shown(String code) {
    int half = LENGTH / 2;
    return code.substring(0, half) + "-" + code.substring(half);
  }

  /** What somebody typed, without case, hyphens and blanks; at most as long as codes are. */
  public static String typed(String text) {
    String head = text.length() > 4 * LENGTH ? "" : text;
    return NOISE.matcher(head.toUpperCase(Locale.ROOT)).replaceAll("");
  }
}
