package dev.meetbot.provider.file;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A part of a file as a stream. */
final class RangeStream extends InputStream {
  private final FileChannel channel;
  private long position;
  private long remaining;

  /** Takes over the channel. */
  RangeStream(FileChannel channel, ByteRange range) {
    this.channel = channel;
    position = range.offset();
    remaining = range.length();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) == 1 ? one[0] & 0xff : -1;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int wanted = (int) Math.min(length, remaining);
    int read = wanted == 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, wanted), position);
    if (read > 0) {
      position += read;
      remaining -= read;
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
