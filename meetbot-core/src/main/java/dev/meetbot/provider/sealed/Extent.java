package dev.meetbot.provider.sealed;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Finds out how much a sealed artifact holds. Its last bytes tell; only when they do not, since a
 * process died while it wrote, the artifact is read from its beginning. Thread-safe.
 */
final class Extent {
  /** Enough for weeks of flushes; who changes a length cannot make us read more. */
  private static final int MAX_INDEX = 16 << 20;

  private final ArtifactStore store;
  private final byte[] master;

  Extent(ArtifactStore store, byte[] master) {
    this.store = store;
    this.master = master;
  }

  /** The bytes that can be read of it; empty when it is not there any more. */
  Optional<Trailer> of(ArtifactInfo stored) throws IOException {
    if (stored.bytes() >= Format.HEADER + Trailer.BYTES) {
      Optional<byte[]> tail = tail(stored.key(), stored.bytes() - Trailer.BYTES, Trailer.BYTES);
      if (tail.isEmpty()) {
        return Optional.empty();
      }
      Optional<Trailer> told = check(stored, tail.get());
      if (told.isPresent()) {
        return told;
      }
    }
    if (stored.committed()) {
      throw new BrokenSealException(stored.key() + " is cut off, was changed or has another key");
    }
    return scan(stored);
  }

  private Optional<Trailer> check(ArtifactInfo stored, byte[] tail) throws IOException {
    Trailer unchecked = Trailer.unchecked(tail);
    Seal seal = new Seal(master, Trailer.salt(tail), stored.key());
    if (!unchecked.last()) {
      return stored.committed() ? Optional.empty() : Trailer.parse(tail, seal);
    }
    long from = stored.bytes() - Trailer.BYTES - unchecked.length();
    if (unchecked.length() < 0 || unchecked.length() > MAX_INDEX || from < Format.HEADER) {
      return Optional.empty();
    }
    Optional<byte[]> index = tail(stored.key(), from, unchecked.length());
    return index.isEmpty() ? Optional.empty() : Trailer.parse(tail, seal, index.get());
  }

  /** Those bytes of what is stored; empty when it is gone or shorter. */
  Optional<byte[]> tail(ArtifactKey key, long from, int length) throws IOException {
    if (length == 0) {
      return Optional.of(new byte[0]);
    }
    Optional<ArtifactContent> content = store.read(key, new ByteRange(from, length));
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (ArtifactContent opened = content.get()) {
      byte[] bytes = opened.stream().readNBytes(length);
      return bytes.length == length ? Optional.of(bytes) : Optional.empty();
    }
  }

  private Optional<Trailer> scan(ArtifactInfo stored) throws IOException {
    Optional<ArtifactContent> content = store.read(stored.key(), ByteRange.ALL);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    Trailer latest = new Trailer(false, 0, 0, 0);
    try (ArtifactContent opened = content.get()) {
      InputStream in = opened.stream();
      Seal seal = new Seal(master, Format.salt(SealedStream.read(in, Format.HEADER)), stored.key());
      while (true) {
        int length = ByteBuffer.wrap(SealedStream.read(in, Format.PREFIX)).getInt();
        if (length < 1 || length > Format.FRAME) {
          break;
        }
        in.skipNBytes(length + Seal.TAG);
        Optional<Trailer> trailer = Trailer.parse(SealedStream.read(in, Trailer.BYTES), seal);
        if (trailer.isEmpty()) {
          break;
        }
        latest = trailer.get();
      }
    } catch (EOFException e) {
      // what was written last is not whole
    }
    return Optional.of(latest);
  }
}
