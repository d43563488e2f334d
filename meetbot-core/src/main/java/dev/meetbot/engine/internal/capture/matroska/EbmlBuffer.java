package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Grows a run of EBML elements in memory (RFC 8794). Used by one thread. */
final class EbmlBuffer {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Bytes of one element's children. */
  static byte[] of(Consumer<EbmlBuffer> children) {
    EbmlBuffer buffer = new EbmlBuffer();
    children.accept(buffer);
    return buffer.toBytes();
  }

  EbmlBuffer master(int id, Consumer<EbmlBuffer> children) {
    return binary(id, of(children));
  }

  EbmlBuffer binary(int id, byte[]... parts) {
    long length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    id(id).size(length);
    for (byte[] part : parts) {
      raw(part);
    }
    return this;
  }

  /** An unsigned integer in as few bytes as hold it. */
  EbmlBuffer uint(int id, long value) {
    int bytes = Math.max(1, (71 - Long.numberOfLeadingZeros(value)) / 8);
    id(id).size(bytes);
    return bigEndian(value, bytes);
  }

  /** An unsigned integer in eight bytes, so that its place in a file can be filled in later. */
  EbmlBuffer uint8(int id, long value) {
    return id(id).size(8).bigEndian(value, 8);
  }

  EbmlBuffer float8(int id, double value) {
    return id(id).size(8).bigEndian(Double.doubleToLongBits(value), 8);
  }

  EbmlBuffer text(int id, String value) {
    return binary(id, value.getBytes(StandardCharsets.UTF_8));
  }

  EbmlBuffer id(int id) {
    return bigEndian(id & 0xFFFFFFFFL, (39 - Integer.numberOfLeadingZeros(id)) / 8);
  }

  /** A data size in the shortest form; all ones would mean unknown, so it is avoided. */
  EbmlBuffer size(long size) {
    int bytes = 1;
    while (bytes < 8 && size >= (1L << 7 * bytes) - 1) {
      bytes++;
    }
    return bigEndian(size | 1L << 7 * bytes, bytes);
  }

  /** A data size in eight bytes. */
  EbmlBuffer size8(long size) {
    return bigEndian(size | 1L << 56, 8);
  }

  EbmlBuffer unknownSize() {
    return bigEndian(0x01FFFFFFFFFFFFFFL, 8);
  }

  EbmlBuffer raw(byte[] bytes) {
    out.write(bytes, 0, bytes.length);
    return this;
  }

  int length() {
    return out.size();
  }

  byte[] toBytes() {
    return out.toByteArray();
  }

  private EbmlBuffer bigEndian(long value, int bytes) {
    for (int i = bytes - 1; i >= 0; i--) {
      out.write((int) (value >>> 8 * i));
    }
    return this;
  }
}
