package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Artifacts in a bucket, each a plain object under its key and media type once it is committed. All
 * state is in the bucket, so that every node sees the same; docs/adr/0008 tells what lies there
 * before a commit. Thread-safe.
 *
 * <p>The server must show at once what was written. Requests that fail for a reason that may pass
 * are repeated until the settings' call timeout, then an IOException is thrown.
 */
public final class S3ArtifactStore implements ArtifactStore {
  /** The least that S3 takes as a part; a server allows 10,000 parts. */
  private static final int BLOCK_BYTES = 5 << 20;

  private final S3Bucket bucket;
  private final S3Names names;
  private final InstantSource clock;
  private final int blockBytes;
  private final S3Reader reader;
  private final MediaTypes types;

  /**
   * A store in a bucket that is there; no request is sent yet.
   *
   * @param clock tells which of two writers of a key is the later one
   */
  public S3ArtifactStore(S3Settings settings, InstantSource clock) {
    this(settings, clock, BLOCK_BYTES);
  }

  /**
   * @param blockBytes what is gathered before it becomes a part
   */
  S3ArtifactStore(S3Settings settings, InstantSource clock, int blockBytes) {
    this.bucket = new S3Bucket(S3Clients.of(settings), settings);
    this.names = new S3Names(settings.prefix());
    this.clock = clock;
    this.blockBytes = blockBytes;
    this.reader = new S3Reader(bucket, names);
    this.types = new MediaTypes(bucket);
  }

  /** Sends no request: that there is no room shows at the first flush or commit. */
  @Override
  public ArtifactWriter open(ArtifactKey key, String mediaType) {
    return new S3ArtifactWriter(bucket, names, key, WriterId.next(clock, mediaType), blockBytes);
  }

  @Override
  public Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    return reader.read(key, range);
  }

  @Override
  public List<ArtifactInfo> list(ArtifactKey prefix) throws IOException {
    S3Listing listing = new S3Listing(names);
    bucket.list(names.below(prefix), listing::add);
    return listing.artifacts(reader, types);
  }

  @Override
  public void delete(ArtifactKey prefix) throws IOException {
    String own = names.committed(prefix);
    String below = names.below(prefix);
    bucket.uploads().abortAll(own, u -> u.key().equals(own) || u.key().startsWith(below));
    List<String> all = new ArrayList<>(bucket.names(below));
    all.addAll(bucket.names(names.unfinished(prefix)));
    all.add(own);
    bucket.delete(all);
  }

  @Override
  public void ping() throws IOException {
    bucket.ping();
  }

  @Override
  public void close() {
    types.close();
    bucket.close();
  }
}
