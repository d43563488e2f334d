package dev.meetbot.engine.internal.capture;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * What one framer of one document sent at once.
 *
 * @param doc random number of the document
 * @param lane number of the framer within its document
 * @param sequence counts the framer's batches from 0
 * @param dropped frames that this framer has dropped so far
 */
record TapBatch(long doc, long lane, long sequence, long dropped, List<TapFrame> frames) {
  static final int MAGIC = 0x3154424d;

  /** No sane page sends more at once: a batch ends at 256 KiB or with one larger frame. */
  private static final int MAX_TEXT = 32 << 20;

  TapBatch {
    frames = List.copyOf(frames);
  }

  /**
   * Reads a batch in base64.
   *
   * @throws TapFormatException when it is none
   */
  static TapBatch decode(String base64) {
    if (base64.length() > MAX_TEXT) {
      throw new TapFormatException("a batch of " + base64.length() + " characters");
    }
    try {
      return decode(Base64.getDecoder().decode(base64));
    } catch (TapFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new TapFormatException("not base64", e);
    }
  }

  static TapBatch decode(byte[] bytes) {
    TapFrameReader reader = new TapFrameReader(bytes);
    if (reader.unsigned32() != MAGIC) {
      throw new TapFormatException("not a batch");
    }
    long doc = reader.unsigned32();
    long lane = reader.unsigned32();
    long sequence = reader.unsigned32();
    long dropped = reader.unsigned32();
    List<TapFrame> frames = new ArrayList<>();
    while (reader.hasMore()) {
      frames.add(reader.frame());
    }
    return new TapBatch(doc, lane, sequence, dropped, frames);
  }

  /** Bytes of all its frames. */
  long bytes() {
    return frames.stream().mapToLong(frame -> frame.data().length).sum();
  }

  /** The same without some of its frames. */
  TapBatch with(List<TapFrame> kept) {
    return new TapBatch(doc, lane, sequence, dropped, kept);
  }
}
