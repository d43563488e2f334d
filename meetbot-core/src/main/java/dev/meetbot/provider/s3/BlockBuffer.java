package dev.meetbot.provider.s3;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes behind the last block; grows to the size of a block. One thread. */
final class BlockBuffer {
  private final int capacity;
  private byte[] bytes = new byte[8192];
  private int length;
  private long start;

  BlockBuffer(int capacity) {
    this.capacity = capacity;
  }

  /** Takes as many as there is room for and returns how many. */
  int take(byte[] from, int offset, int count) {
    int taken = Math.min(count, capacity - length);
    if (bytes.length - length < taken) {
      int size = Math.max(length + taken, (int) Math.min(capacity, 2L * bytes.length));
      bytes = Arrays.copyOf(bytes, size);
    }
    System.arraycopy(from, offset, bytes, length, taken);
    length += taken;
    return taken;
  }

  boolean full() {
    return length == capacity;
  }

  int length() {
    return length;
  }

  /** Position of its first byte in the artifact. */
  long start() {
    return start;
  }

  long end() {
    return start + length;
  }

  /** Its bytes from that position on; may be read again until more are taken. */
  InputStream from(long position) {
    int offset = Math.toIntExact(position - start);
    return new ByteArrayInputStream(bytes, offset, length - offset);
  }

  /** Forgets what it has: the next block begins. */
  void next() {
    start += length;
    length = 0;
  }
}
