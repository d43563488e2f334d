package dev.meetbot.spi.artifact;

/**
 * A part of an artifact.
 *
 * @param offset first byte, from 0
 * @param length how many; may reach past the end, which cuts it
 */
public record ByteRange(long offset, long length) {
  /** Everything. */
  public static final ByteRange ALL = new ByteRange(0, Long.MAX_VALUE);

  public ByteRange {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException("negative range: " + offset + "+" + length);
    }
  }

  /** The same range within an artifact of that size. */
  public ByteRange within(long size) {
    long from = Math.min(offset, size);
    return new ByteRange(from, Math.min(length, size - from));
  }
}
