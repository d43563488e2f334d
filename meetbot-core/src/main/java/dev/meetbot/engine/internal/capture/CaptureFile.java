package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import java.io.IOException;

/** A growing file whose bytes are counted; used by the writer thread. */
final class CaptureFile {
  private final ArtifactWriter out;
  private final CaptureStats stats;
  private boolean dirty;
  private boolean over;

  CaptureFile(ArtifactStore store, ArtifactKey key, String mediaType, CaptureStats stats)
      throws IOException {
    this.out = store.open(key, mediaType);
    this.stats = stats;
  }

  void append(byte[] bytes) throws IOException {
    out.append(bytes);
    stats.written(bytes.length);
    dirty = true;
  }

  /** Makes what was appended safe. */
  void flush() throws IOException {
    if (dirty) {
      out.flush();
      dirty = false;
    }
  }

  /** The file is complete; a second call does nothing. */
  void commit() throws IOException {
    if (!over) {
      over = true;
      out.commit();
      out.close();
    }
  }

  /** Keeps what was flushed; for use after a failure. */
  void abandon() {
    if (!over) {
      over = true;
      try {
        out.close();
      } catch (IOException e) {
        System.getLogger(CaptureFile.class.getName())
            .log(System.Logger.Level.DEBUG, "closing after a failure", e);
      }
    }
  }
}
