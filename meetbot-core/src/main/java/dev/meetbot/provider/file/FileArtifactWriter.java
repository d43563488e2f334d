package dev.meetbot.provider.file;

import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Writes one artifact. A flush hands the bytes to the operating system, which keeps them when this
 * process is killed; only a commit forces them to the disk, since a disk cannot do that for every
 * track every second.
 */
final class FileArtifactWriter implements ArtifactWriter {
  private static final int BUFFER = 64 * 1024;

  private final FileArtifactStore store;
  private final ArtifactPath path;
  private final String mediaType;
  private final Path open;
  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private boolean shown;
  private boolean full;
  private boolean ended;
  private volatile long flushed;

  FileArtifactWriter(
      FileArtifactStore store,
      ArtifactPath path,
      String mediaType,
      Path open,
      FileChannel channel) {
    this.store = store;
    this.path = path;
    this.mediaType = mediaType;
    this.open = open;
    this.channel = channel;
  }

  /** How much of the file readers may see. */
  long flushed() {
    return flushed;
  }

  @Override
  public void append(byte[] bytes, int offset, int length) throws IOException {
    requireUsable();
    if (length > buffer.remaining()) {
      spill();
    }
    if (length > buffer.remaining()) {
      write(ByteBuffer.wrap(bytes, offset, length));
    } else {
      buffer.put(bytes, offset, length);
    }
  }

  private void requireUsable() throws IOException {
    if (ended || full) {
      throw new IOException(
          "the writer of " + path.committed() + (full ? " found no room" : " is closed"));
    }
  }

  private void spill() throws IOException {
    write(buffer.flip());
    buffer.clear();
  }

  private void write(ByteBuffer bytes) throws IOException {
    try {
      store.requireRoomFor(bytes.remaining());
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (StoreFullException e) {
      full = true;
      throw e;
    } catch (IOException e) {
      full = noRoom(e);
      throw full ? new StoreFullException("the disk of " + path.committed() + " is full", e) : e;
    }
  }

  /** The JDK hands on the system's words and has no type for it. */
  private static boolean noRoom(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left") || message.contains("quota exceeded");
  }

  @Override
  public void flush() throws IOException {
    requireUsable();
    spill();
    show();
    flushed = channel.position();
  }

  /** Makes the file readable, in place of what an earlier writer left uncommitted. */
  private void show() throws IOException {
    if (shown) {
      return;
    }
    try {
      Files.write(path.partType(), mediaType.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      full = noRoom(e);
      throw full ? new StoreFullException("the disk of " + path.committed() + " is full", e) : e;
    }
    store.live(path, this);
    Files.move(open, path.part(), StandardCopyOption.ATOMIC_MOVE);
    shown = true;
  }

  @Override
  public void commit() throws IOException {
    if (ended) {
      return;
    }
    flush();
    channel.force(true);
    // the type first: a part without a type of its own has the final file's
    move(path.partType(), path.committedType());
    move(path.part(), path.committed());
    end();
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void abort() throws IOException {
    if (ended) {
      return;
    }
    end();
    if (shown) {
      Files.deleteIfExists(path.part());
      Files.deleteIfExists(path.partType());
    } else {
      Files.deleteIfExists(open);
    }
  }

  private void end() throws IOException {
    ended = true;
    store.ended(path, this);
    channel.close();
  }

  @Override
  public void close() throws IOException {
    if (ended) {
      return;
    }
    if (!shown) {
      abort();
      return;
    }
    // what came after the last flush may end in the middle of something
    channel.truncate(flushed);
    end();
  }
}
