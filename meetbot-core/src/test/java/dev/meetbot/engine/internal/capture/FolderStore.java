package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder for the tests of the recorder, which can be full or stand still. What is not flushed is
 * not in the file.
 */
final class FolderStore implements ArtifactStore {
  private final Path folder;
  private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
  private final Semaphore open = new Semaphore(1);

  FolderStore(Path folder) {
    this.folder = folder;
  }

  /** No more than this many bytes from now on. */
  void room(long bytes) {
    room.set(bytes);
  }

  /** Writers wait until {@link #goOn}. */
  void standStill() throws InterruptedException {
    open.acquire();
  }

  void goOn() {
    open.release();
  }

  Path path(ArtifactKey key) {
    return folder.resolve(key.path());
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    Path file = path(key);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[0]);
    return new Writer(file);
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(ArtifactKey prefix) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void ping() {}

  @Override
  public void close() {}

  private final class Writer implements ArtifactWriter {
    private final Path file;
    private final ByteArrayOutputStream unflushed = new ByteArrayOutputStream();

    Writer(Path file) {
      this.file = file;
    }

    @Override
    public void append(byte[] bytes, int offset, int length) throws IOException {
      if (room.addAndGet(-length) < 0) {
        throw new StoreFullException("no room for " + length + " bytes", new IOException("full"));
      }
      unflushed.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      open.acquireUninterruptibly();
      open.release();
      Files.write(file, unflushed.toByteArray(), StandardOpenOption.APPEND);
      unflushed.reset();
    }

    @Override
    public void commit() throws IOException {
      flush();
    }

    @Override
    public void abort() {
      unflushed.reset();
    }

    @Override
    public void close() {}
  }
}
