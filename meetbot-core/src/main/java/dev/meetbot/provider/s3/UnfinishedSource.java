package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of one writer's artifact while that writer goes on: pieces are replaced by bigger ones,
 * and at the commit by the artifact. One thread.
 */
final class UnfinishedSource implements S3Stream.Source {
  private static final int MAX_LOOKS = 5;

  private final S3Reader reader;
  private final S3Bucket bucket;
  private final ArtifactKey key;
  private Unfinished seen;

  UnfinishedSource(S3Reader reader, S3Bucket bucket, ArtifactKey key, Unfinished seen) {
    this.reader = reader;
    this.bucket = bucket;
    this.key = key;
    this.seen = seen;
  }

  @Override
  public ResponseInputStream<?> open(long position, long end) throws IOException {
    for (int look = 0; look < MAX_LOOKS; look++) {
      Optional<Piece> piece = seen.at(position);
      if (piece.isPresent()) {
        Piece p = piece.get();
        ByteRange range = new ByteRange(position - p.start(), Math.min(end, p.end()) - position);
        Optional<ResponseInputStream<GetObjectResponse>> in = bucket.get(p.name(), range, null);
        if (in.isPresent()) {
          return in.get();
        }
      }
      Optional<ResponseInputStream<GetObjectResponse>> committed = committed(position, end);
      if (committed.isPresent()) {
        return committed.get();
      }
      reader.unfinished(key).filter(u -> u.writer().equals(seen.writer())).ifPresent(u -> seen = u);
    }
    throw new IOException("the bytes of " + key + " at " + position + " are gone");
  }

  private Optional<ResponseInputStream<GetObjectResponse>> committed(long position, long end)
      throws IOException {
    Optional<ResponseInputStream<GetObjectResponse>> in =
        bucket.get(reader.names().committed(key), new ByteRange(position, end - position), null);
    if (in.isPresent()
        && !seen.writer().id().equals(in.get().response().metadata().get(S3Bucket.WRITER))) {
      in.get().abort();
      return Optional.empty();
    }
    return in;
  }
}
