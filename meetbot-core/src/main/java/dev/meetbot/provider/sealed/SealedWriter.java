package dev.meetbot.provider.sealed;

import dev.meetbot.spi.artifact.ArtifactWriter;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Seals what is appended, frame by frame; a flush ends a frame. A flush that failed in the store
 * below may be tried again if that store lets it.
 */
final class SealedWriter implements ArtifactWriter {
  private final ArtifactWriter out;
  private final Seal seal;
  private final FrameIndex index = new FrameIndex();
  private final byte[] frame = new byte[Format.FRAME];
  private int length;
  private long start;
  private long frames;
  private boolean begun;
  private boolean failed;
  private boolean ended;

  SealedWriter(ArtifactWriter out, Seal seal) {
    this.out = out;
    this.seal = seal;
  }

  @Override
  public void append(byte[] bytes, int offset, int count) throws IOException {
    requireUsable();
    int done = 0;
    while (done < count) {
      int taken = Math.min(count - done, frame.length - length);
      System.arraycopy(bytes, offset + done, frame, length, taken);
      length += taken;
      done += taken;
      if (length == frame.length) {
        endFrame();
      }
    }
  }

  private void requireUsable() throws IOException {
    if (ended || failed) {
      throw new IOException("the writer " + (ended ? "is closed" : "has failed"));
    }
  }

  private void begin() throws IOException {
    if (!begun) {
      put(Format.header(seal.salt()));
      begun = true;
    }
  }

  private void endFrame() throws IOException {
    begin();
    if (length == 0) {
      return;
    }
    byte[] sealed = seal.frame(frames, start, frame, length);
    long end = start + length;
    frames++;
    put(ByteBuffer.allocate(Format.PREFIX).putInt(length).array());
    put(sealed);
    put(new Trailer(false, length, end, frames).bytes(seal));
    index.add(length);
    start = end;
    length = 0;
  }

  /** What was put only in part cannot be mended: no frame number is used twice. */
  private void put(byte[] bytes) throws IOException {
    failed = true;
    out.append(bytes);
    failed = false;
  }

  @Override
  public void flush() throws IOException {
    requireUsable();
    endFrame();
    out.flush();
  }

  @Override
  public void commit() throws IOException {
    if (ended) {
      return;
    }
    requireUsable();
    endFrame();
    byte[] runs = index.bytes();
    put(runs);
    put(new Trailer(true, runs.length, start, frames).bytes(seal, runs));
    failed = true;
    out.commit();
    failed = false;
    ended = true;
  }

  @Override
  public void abort() throws IOException {
    ended = true;
    out.abort();
  }

  @Override
  public void close() throws IOException {
    ended = true;
    out.close();
  }
}
