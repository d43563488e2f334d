package dev.meetbot.provider.sealed;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 5869 with SHA-256. */
final class Hkdf {
  private static final String HMAC = "HmacSHA256";
  private static final int BLOCK = 32;

  private Hkdf() {}

  /** Derives that many bytes, at most 255 times 32. */
  static byte[] derive(byte[] key, byte[] salt, byte[] info, int length) {
    byte[] extracted = hmac(salt, key);
    byte[] out = new byte[length];
    byte[] block = new byte[0];
    for (int done = 0, n = 1; done < length; done += BLOCK, n++) {
      block = hmac(extracted, block, info, new byte[] {(byte) n});
      System.arraycopy(block, 0, out, done, Math.min(BLOCK, length - done));
    }
    Arrays.fill(extracted, (byte) 0);
    return out;
  }

  static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }
}
