package dev.meetbot.engine.internal.capture.matroska;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The packets of a file's first track, in file order. It needs no sizes of segment and clusters and
 * ends at the last whole block, so it reads a file whose writer was killed. Used by one thread.
 */
public final class MatroskaReader implements Iterator<Packet>, Closeable {
  private final InputStream stream;
  private final EbmlInput in;
  private final TrackEntry track;
  private long clusterMs;
  private @Nullable Packet next;

  /**
   * Reads up to the first packet.
   *
   * @throws IOException when the stream fails or does not even hold a whole header; the stream is
   *     then closed
   */
  public MatroskaReader(InputStream stream) throws IOException {
    this.stream = stream;
    this.in = new EbmlInput(new BufferedInputStream(stream, 1 << 16));
    try {
      this.track = header();
      this.next = read();
    } catch (IOException e) {
      stream.close();
      throw e;
    }
  }

  /** What the file says of its track. */
  public TrackFormat format() {
    return track.format();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  /**
   * @throws UncheckedIOException when the stream fails other than by ending
   */
  @Override
  public Packet next() {
    Packet packet = next;
    if (packet == null) {
      throw new NoSuchElementException();
    }
    try {
      next = read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packet;
  }

  /** Closes the stream; a second call does nothing. */
  @Override
  public void close() throws IOException {
    stream.close();
  }

  private TrackEntry header() throws IOException {
    if (in.id() != ElementId.EBML) {
      throw new IOException("not a Matroska file");
    }
    in.skip(in.size());
    while (true) {
      int id = in.id();
      long size = in.size();
      if (id == ElementId.TRACKS) {
        return TrackEntry.parse(in.bytes(size));
      }
      if (id != ElementId.SEGMENT) {
        in.skip(size);
      }
    }
  }

  private @Nullable Packet read() throws IOException {
    try {
      while (true) {
        int id = in.id();
        long size = in.size();
        switch (id) {
          case ElementId.CLUSTER, ElementId.BLOCK_GROUP -> {
            // Their children follow one by one: no size needed.
          }
          case ElementId.TIMESTAMP -> clusterMs = EbmlInput.uint(in.bytes(size));
          case ElementId.SIMPLE_BLOCK, ElementId.BLOCK -> {
            Packet packet = block(in.bytes(size), id == ElementId.BLOCK);
            if (packet != null) {
              return packet;
            }
          }
          default -> in.skip(size);
        }
      }
    } catch (EOFException e) {
      return null;
    }
  }

  private @Nullable Packet block(byte[] block, boolean inGroup) {
    if (block.length < 4 || (block[0] & 255) != (0x80 | track.number())) {
      return null;
    }
    long time = clusterMs + (short) ((block[1] & 255) << 8 | block[2] & 255);
    byte[] data = Arrays.copyOfRange(block, 4, block.length);
    boolean h264 = format().codec() == Codec.H264;
    boolean key = inGroup || (block[3] & 0x80) != 0;
    return new Packet(time, key, h264 ? AnnexB.fromLengthPrefixed(data) : data);
  }
}
