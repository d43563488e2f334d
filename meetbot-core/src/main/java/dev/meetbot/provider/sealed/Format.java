package dev.meetbot.provider.sealed;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The sizes of a sealed artifact's parts; docs/encryption.md tells the whole. */
final class Format {
  /** What a frame holds at most. */
  static final int FRAME = 64 * 1024;

  /** Before each frame: the length of its content. */
  static final int PREFIX = 4;

  private static final byte[] MAGIC = {'m', 'b', 's', 1};

  /** Magic and salt. */
  static final int HEADER = MAGIC.length + Seal.SALT;

  private Format() {}

  static byte[] header(byte[] salt) {
    return ByteBuffer.allocate(HEADER).put(MAGIC).put(salt).array();
  }

  /** The salt in a header. */
  static byte[] salt(byte[] header) throws BrokenSealException {
    if (!Arrays.equals(header, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
      throw new BrokenSealException("it was not sealed by this store");
    }
    return Arrays.copyOfRange(header, MAGIC.length, HEADER);
  }

  /** How much a frame with that content takes. */
  static long stored(int length) {
    return PREFIX + length + Seal.TAG + Trailer.BYTES;
  }
}
