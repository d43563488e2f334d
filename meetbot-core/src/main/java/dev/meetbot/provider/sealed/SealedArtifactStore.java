package dev.meetbot.provider.sealed;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts artifacts before another store gets them, with a key of each artifact's own that is
 * derived from one key. Thread-safe as far as the other store is. Keys, media types and sizes are
 * not hidden; docs/encryption.md says what is protected against what.
 */
public final class SealedArtifactStore implements ArtifactStore {
  private static final int KEY = 32;
  private static final int TRIES = 3;

  private final ArtifactStore store;
  private final byte[] master;
  private final Extent extent;
  private final SecureRandom random = new SecureRandom();

  /**
   * Wraps that store, which this one closes.
   *
   * @param key 32 secret bytes; without them nothing can be read any more
   */
  public SealedArtifactStore(ArtifactStore store, byte[] key) {
    if (key.length != KEY) {
      throw new IllegalArgumentException("the key must have 32 bytes, not " + key.length);
    }
    this.store = store;
    this.master = key.clone();
    this.extent = new Extent(store, master);
  }

  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) throws IOException {
    byte[] salt = new byte[Seal.SALT];
    random.nextBytes(salt);
    return new SealedWriter(store.open(key, mediaType), new Seal(master, salt, key));
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return tryToRead(key, range);
      } catch (BrokenSealException e) {
        // it may have been replaced between two looks at it
        if (tried == TRIES) {
          throw e;
        }
      }
    }
  }

  private Optional<ArtifactContent> tryToRead(ArtifactKey key, ByteRange range) throws IOException {
    Optional<ArtifactContent> found = store.read(key, new ByteRange(0, Format.HEADER));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ArtifactInfo stored;
    byte[] header;
    try (ArtifactContent opened = found.get()) {
      stored = opened.info();
      header = opened.stream().readNBytes(Format.HEADER);
    }
    Optional<Trailer> trailer = extent.of(stored);
    if (trailer.isEmpty()) {
      return Optional.empty();
    }
    ArtifactInfo info = plain(stored, trailer.get());
    ByteRange part = range.within(info.bytes());
    if (part.length() == 0) {
      return Optional.of(new ArtifactContent(info, part, InputStream.nullInputStream()));
    }
    FrameIndex.Place place = place(stored, trailer.get(), part.offset());
    Seal seal = new Seal(master, Format.salt(header), key);
    ByteRange sealed = new ByteRange(place.offset(), stored.bytes() - place.offset());
    return store
        .read(key, sealed)
        .map(c -> new ArtifactContent(info, part, new SealedStream(c.stream(), seal, place, part)));
  }

  /** Where to begin: a whole artifact has an index, another one is read from its beginning. */
  private FrameIndex.Place place(ArtifactInfo stored, Trailer trailer, long position)
      throws IOException {
    if (!trailer.last() || position < Format.FRAME) {
      return new FrameIndex.Place(0, 0, Format.HEADER);
    }
    long from = stored.bytes() - Trailer.BYTES - trailer.length();
    byte[] index =
        extent
            .tail(stored.key(), from, trailer.length())
            .orElseThrow(() -> new BrokenSealException(stored.key() + " was replaced"));
    return FrameIndex.of(index).find(position);
  }

  private static ArtifactInfo plain(ArtifactInfo stored, Trailer trailer) {
    return new ArtifactInfo(
        stored.key(), stored.mediaType(), trailer.end(), stored.committed(), stored.modifiedAt());
  }

  /**
   * Reads the end of each artifact. One that cannot be opened is listed with what is stored of it;
   * reading it fails.
   */
  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    List<ArtifactInfo> all = new ArrayList<>();
    for (ArtifactInfo stored : store.list(prefix)) {
      try {
        extent.of(stored).ifPresent(trailer -> all.add(plain(stored, trailer)));
      } catch (BrokenSealException e) {
        all.add(stored);
      }
    }
    return all;
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    store.delete(prefix);
  }

  @Override
  public void ping() throws IOException {
    store.ping();
  }

  @Override
  public void close() {
    store.close();
  }
}
