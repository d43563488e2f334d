package dev.meetbot.engine.internal.capture.matroska;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads EBML elements from a stream that may break off anywhere. Used by one thread. */
final class EbmlInput {
  /** No element that we hold in memory is longer; a longer one is damage. */
  private static final long MAX_ELEMENT = 64L << 20;

  static final long UNKNOWN = -1;

  private final InputStream in;

  EbmlInput(InputStream in) {
    this.in = in;
  }

  /** Id of the next element, with its marker bits. */
  int id() throws IOException {
    int first = one();
    int bytes = Integer.numberOfLeadingZeros(first) - 23;
    if (first == 0 || bytes > 4) {
      throw new EOFException("no element id");
    }
    return (int) more(first, bytes);
  }

  /** Size of the element whose id was read, or {@link #UNKNOWN}. */
  long size() throws IOException {
    return variable();
  }

  byte[] bytes(long size) throws IOException {
    if (size < 0 || size > MAX_ELEMENT) {
      throw new EOFException("no element has " + size + " bytes");
    }
    byte[] bytes = in.readNBytes((int) size);
    if (bytes.length < size) {
      throw new EOFException("torn element");
    }
    return bytes;
  }

  void skip(long size) throws IOException {
    if (size < 0) {
      throw new EOFException("element of unknown size");
    }
    try {
      in.skipNBytes(size);
    } catch (EOFException e) {
      throw new EOFException("torn element");
    }
  }

  static long uint(byte[] bytes) {
    long value = 0;
    for (byte b : bytes) {
      value = value << 8 | b & 255;
    }
    return value;
  }

  static double real(byte[] bytes) {
    return bytes.length == 4
        ? Float.intBitsToFloat((int) uint(bytes))
        : Double.longBitsToDouble(uint(bytes));
  }

  /** A variable-length number without its marker bit. */
  long variable() throws IOException {
    int first = one();
    int bytes = Integer.numberOfLeadingZeros(first) - 23;
    if (first == 0 || bytes > 8) {
      throw new EOFException("no size");
    }
    long value = more(first & (0x7F >> bytes - 1), bytes);
    return value == (1L << 7 * bytes) - 1 ? UNKNOWN : value;
  }

  private long more(long first, int bytes) throws IOException {
    long value = first;
    for (int i = 1; i < bytes; i++) {
      value = value << 8 | one();
    }
    return value;
  }

  private int one() throws IOException {
    int b = in.read();
    if (b < 0) {
      throw new EOFException("end of file");
    }
    return b;
  }
}
