package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;

/**
 * Writes one artifact. A flush that failed may be tried again; after an append or a commit that
 * failed there is only {@link #close}.
 */
final class S3ArtifactWriter implements ArtifactWriter {
  private static final System.Logger LOG = System.getLogger(S3ArtifactWriter.class.getName());

  private final S3Bucket bucket;
  private final S3Names names;
  private final ArtifactKey key;
  private final WriterId writer;
  private final String folder;
  private final BlockBuffer tail;
  private final Composition composition;
  private final FlushPlan plan = new FlushPlan();
  private boolean sent;
  private boolean failed;
  private boolean ended;

  S3ArtifactWriter(
      S3Bucket bucket, S3Names names, ArtifactKey key, WriterId writer, int blockBytes) {
    this.bucket = bucket;
    this.names = names;
    this.key = key;
    this.writer = writer;
    this.folder = names.folder(key, writer);
    this.tail = new BlockBuffer(blockBytes);
    this.composition = new Composition(bucket, names.committed(key), writer);
  }

  @Override
  public void append(byte[] bytes, int offset, int length) throws IOException {
    requireUsable();
    int done = 0;
    while (done < length) {
      if (tail.full()) {
        failed = true;
        sendBlock();
        failed = false;
      }
      done += tail.take(bytes, offset + done, length - done);
    }
  }

  private void requireUsable() throws IOException {
    if (ended || failed) {
      throw new IOException("the writer of " + key + (ended ? " is closed" : " has failed"));
    }
  }

  private void sendBlock() throws IOException {
    Piece block = send(true, tail.start());
    composition.add(block);
    tail.next();
    try {
      composition.copyBlocks();
    } catch (IOException e) {
      // the bytes are safe; the next block or the commit tries again
      LOG.log(Level.DEBUG, "a part of " + key + " is late", e);
    }
  }

  private Piece send(boolean block, long start) throws IOException {
    String name = folder + Piece.nameOf(block, start, tail.end());
    sent = true;
    bucket.put(name, writer, () -> tail.from(start), tail.end() - start);
    return new Piece(name, writer, block, start, tail.end(), Instant.EPOCH);
  }

  @Override
  public void flush() throws IOException {
    requireUsable();
    if (!plan.needed(tail.end())) {
      return;
    }
    boolean first = plan.flushed() < 0;
    List<String> needless;
    try {
      needless = plan.sent(send(false, plan.start(tail.start())), tail.start());
    } catch (StoreFullException e) {
      failed = true;
      throw e;
    }
    if (first) {
      quietly(() -> cleanUp(false));
    }
    if (!needless.isEmpty()) {
      quietly(() -> bucket.delete(needless));
    }
  }

  /**
   * Takes away what earlier writers left, and their right to go on.
   *
   * @param ownToo whether this one's pieces are not needed any more either
   */
  private void cleanUp(boolean ownToo) throws IOException {
    List<String> left = bucket.names(names.unfinished(key));
    boolean others = left.stream().anyMatch(name -> !name.startsWith(folder));
    if (!ownToo) {
      left.removeIf(name -> name.startsWith(folder));
    }
    bucket.delete(left);
    if (others) {
      composition.abortOthers();
    }
  }

  @Override
  public void commit() throws IOException {
    if (ended) {
      return;
    }
    requireUsable();
    failed = true;
    if (composition.blocks().isEmpty()) {
      bucket.put(names.committed(key), writer, () -> tail.from(0), tail.end());
    } else {
      composition.complete(tail);
    }
    failed = false;
    ended = true;
    // from now on nobody reads the pieces
    quietly(() -> cleanUp(true));
  }

  @Override
  public void abort() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    composition.abort();
    deleteOwn();
  }

  private void deleteOwn() throws IOException {
    if (sent) {
      bucket.delete(bucket.names(folder));
    }
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    quietly(composition::abort);
    quietly(plan.flushed() < 0 ? this::deleteOwn : this::deleteUnflushed);
  }

  private void deleteUnflushed() throws IOException {
    List<String> unflushed =
        composition.blocks().stream()
            .filter(b -> b.start() >= plan.flushed())
            .map(Piece::name)
            .toList();
    bucket.delete(unflushed);
  }

  private interface Cleaning {
    void run() throws IOException;
  }

  /** For what may be left lying until the artifact is replaced or deleted. */
  private void quietly(Cleaning cleaning) {
    try {
      cleaning.run();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "Something of " + key + " was not cleaned up: " + e.getMessage());
    }
  }
}
