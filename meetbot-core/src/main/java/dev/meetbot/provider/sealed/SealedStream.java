package dev.meetbot.provider.sealed;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Opens frames one after the other; no byte of a changed frame comes out of it. One thread. */
final class SealedStream extends InputStream {
  private final InputStream in;
  private final Seal seal;
  private final long end;
  private long number;
  private long next;
  private byte[] frame = {};
  private int at;
  private long position;

  /**
   * @param in begins at the place
   * @param place a frame that begins at or before the range
   * @param range within what the artifact holds
   */
  SealedStream(InputStream in, Seal seal, FrameIndex.Place place, ByteRange range) {
    this.in = in;
    this.seal = seal;
    this.number = place.number();
    this.next = place.start();
    this.position = range.offset();
    this.end = range.offset() + range.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    if (length == 0) {
      return 0;
    }
    if (position >= end) {
      return -1;
    }
    while (position >= next) {
      openFrame();
    }
    int taken = (int) Math.min(Math.min(length, frame.length - at), end - position);
    System.arraycopy(frame, at, bytes, offset, taken);
    at += taken;
    position += taken;
    return taken;
  }

  private void openFrame() throws IOException {
    int length = ByteBuffer.wrap(read(in, Format.PREFIX)).getInt();
    if (length < 1 || length > Format.FRAME) {
      throw new BrokenSealException("the bytes at " + next + " were changed");
    }
    frame = seal.open(number, next, read(in, length + Seal.TAG));
    read(in, Trailer.BYTES);
    at = (int) Math.max(0, Math.min(length, position - next));
    number++;
    next += length;
  }

  static byte[] read(InputStream in, int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("a sealed artifact ends early");
    }
    return bytes;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
