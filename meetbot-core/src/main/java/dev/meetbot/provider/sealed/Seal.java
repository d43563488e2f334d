package dev.meetbot.provider.sealed;

import dev.meetbot.spi.artifact.ArtifactKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The keys of one artifact and what is done with them. Thread-safe. */
final class Seal {
  static final int SALT = 16;
  static final int TAG = 16;

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int KEY = 32;

  private final byte[] salt;
  private final SecretKeySpec frameKey;
  private final byte[] trailerKey;

  /**
   * @param master 32 bytes
   * @param salt random, of this artifact alone
   * @param key is part of the derivation: a sealed artifact is worth nothing under another key
   */
  Seal(byte[] master, byte[] salt, ArtifactKey key) {
    this.salt = salt.clone();
    byte[] info = ("meetbot artifact 1 " + key.path()).getBytes(StandardCharsets.UTF_8);
    byte[] derived = Hkdf.derive(master, salt, info, 2 * KEY);
    this.frameKey = new SecretKeySpec(derived, 0, KEY, "AES");
    this.trailerKey = Arrays.copyOfRange(derived, KEY, 2 * KEY);
    Arrays.fill(derived, (byte) 0);
  }

  byte[] salt() {
    return salt.clone();
  }

  /**
   * Seals a frame.
   *
   * @param number of the frame, from 0; never twice the same
   * @param start its first byte's position in the artifact
   */
  byte[] frame(long number, long start, byte[] bytes, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, number, start, length).doFinal(bytes, 0, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  /** Opens a frame. */
  byte[] open(long number, long start, byte[] sealed) throws BrokenSealException {
    try {
      return cipher(Cipher.DECRYPT_MODE, number, start, sealed.length - TAG).doFinal(sealed);
    } catch (AEADBadTagException e) {
      throw new BrokenSealException("the bytes at " + start + " were changed");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, long number, long start, int length)
      throws GeneralSecurityException {
    byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(number).array();
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, frameKey, new GCMParameterSpec(8 * TAG, nonce));
    cipher.updateAAD(ByteBuffer.allocate(12).putLong(start).putInt(length).array());
    return cipher;
  }

  /** The code that nobody without the key can make for these bytes. */
  byte[] code(byte[]... parts) {
    return Arrays.copyOf(Hkdf.hmac(trailerKey, parts), TAG);
  }

  boolean isCode(byte[] code, byte[]... parts) {
    return MessageDigest.isEqual(code, code(parts));
  }
}
