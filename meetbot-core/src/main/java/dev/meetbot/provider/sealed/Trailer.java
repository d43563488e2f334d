package dev.meetbot.provider.sealed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Stands behind each frame and at the end of a committed artifact, so that its last bytes tell how
 * much it holds.
 *
 * @param last whether the artifact is whole: an index is before it instead of a frame
 * @param length of the frame's content, or of the index
 * @param end how many bytes of the artifact are before it
 * @param frames how many frames are before it
 */
record Trailer(boolean last, int length, long end, long frames) {
  static final int BYTES = 1 + 4 + 8 + 8 + Seal.SALT + Seal.TAG;

  private static final byte LAST = 'E';
  private static final byte FRAME = 'F';
  private static final byte[] NOTHING = {};

  /**
   * @param index what the trailer vouches for besides; empty behind a frame
   */
  byte[] bytes(Seal seal, byte[] index) {
    byte[] fields = fields(seal.salt());
    return ByteBuffer.allocate(BYTES).put(fields).put(seal.code(fields, index)).array();
  }

  byte[] bytes(Seal seal) {
    return bytes(seal, NOTHING);
  }

  private byte[] fields(byte[] salt) {
    return ByteBuffer.allocate(BYTES - Seal.TAG)
        .put(last ? LAST : FRAME)
        .putInt(length)
        .putLong(end)
        .putLong(frames)
        .put(salt)
        .array();
  }

  /** The salt in a trailer that was not checked yet. */
  static byte[] salt(byte[] bytes) {
    return Arrays.copyOfRange(bytes, BYTES - Seal.TAG - Seal.SALT, BYTES - Seal.TAG);
  }

  /** Reads one without an index; empty when this is none of this seal's. */
  static Optional<Trailer> parse(byte[] bytes, Seal seal) {
    return parse(bytes, seal, NOTHING);
  }

  /** The same with the index that the last one has before it. */
  static Optional<Trailer> parse(byte[] bytes, Seal seal, byte[] index) {
    byte[] fields = Arrays.copyOf(bytes, BYTES - Seal.TAG);
    byte[] code = Arrays.copyOfRange(bytes, BYTES - Seal.TAG, BYTES);
    return seal.isCode(code, fields, index) ? Optional.of(unchecked(bytes)) : Optional.empty();
  }

  /** What the fields say, which may be anything. */
  static Trailer unchecked(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    return new Trailer(in.get() == LAST, in.getInt(), in.getLong(), in.getLong());
  }
}
