package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads artifacts. A committed one hides what is unfinished under its key: that is either an
 * attempt to replace it or what its own commit has not deleted yet. Thread-safe.
 */
final class S3Reader {
  private static final int NOT_SATISFIABLE = 416;
  private static final int MAX_LOOKS = 3;

  private final S3Bucket bucket;
  private final S3Names names;

  S3Reader(S3Bucket bucket, S3Names names) {
    this.bucket = bucket;
    this.names = names;
  }

  S3Names names() {
    return names;
  }

  Optional<ArtifactContent> read(ArtifactKey key, ByteRange range) throws IOException {
    Optional<ArtifactContent> committed = committed(key, range);
    if (committed.isPresent()) {
      return committed;
    }
    Optional<Unfinished> unfinished = unfinished(key);
    if (unfinished.isEmpty()) {
      // it may have been committed between the two looks
      return committed(key, range);
    }
    ArtifactInfo info = unfinished.get().info(key);
    ByteRange part = range.within(info.bytes());
    S3Stream.Source source = new UnfinishedSource(this, bucket, key, unfinished.get());
    return Optional.of(new ArtifactContent(info, part, new S3Stream(source, part, null)));
  }

  private Optional<ArtifactContent> committed(ArtifactKey key, ByteRange range) throws IOException {
    if (range.length() == 0) {
      return nothingOf(key, range);
    }
    Optional<ResponseInputStream<GetObjectResponse>> opened;
    try {
      opened = bucket.get(names.committed(key), range, null);
    } catch (IOException e) {
      if (e.getCause() instanceof S3Exception answer && answer.statusCode() == NOT_SATISFIABLE) {
        return nothingOf(key, range);
      }
      throw e;
    }
    return opened.isEmpty() ? Optional.empty() : Optional.of(content(key, range, opened.get()));
  }

  private ArtifactContent content(
      ArtifactKey key, ByteRange range, ResponseInputStream<GetObjectResponse> in) {
    GetObjectResponse answer = in.response();
    String etag = answer.eTag();
    long size = sizeOf(answer.contentRange(), answer.contentLength());
    ByteRange part = range.within(size);
    ArtifactInfo info =
        new ArtifactInfo(
            key, MediaTypes.orUnknown(answer.contentType()), size, true, answer.lastModified());
    S3Stream.Source source = (position, end) -> again(key, position, end, etag);
    return new ArtifactContent(info, part, new S3Stream(source, part, in));
  }

  /** What a Content-Range says of the whole; without one the answer is the whole. */
  private static long sizeOf(@Nullable String contentRange, long length) {
    return contentRange == null
        ? length
        : Long.parseLong(contentRange.substring(contentRange.indexOf('/') + 1));
  }

  private ResponseInputStream<?> again(ArtifactKey key, long position, long end, String etag)
      throws IOException {
    return bucket
        .get(names.committed(key), new ByteRange(position, end - position), etag)
        .orElseThrow(() -> new IOException(key + " was deleted"));
  }

  private Optional<ArtifactContent> nothingOf(ArtifactKey key, ByteRange range) throws IOException {
    Optional<HeadObjectResponse> head = bucket.head(names.committed(key));
    if (head.isEmpty()) {
      return Optional.empty();
    }
    HeadObjectResponse h = head.get();
    ArtifactInfo info =
        new ArtifactInfo(
            key, MediaTypes.orUnknown(h.contentType()), h.contentLength(), true, h.lastModified());
    return Optional.of(
        new ArtifactContent(info, range.within(info.bytes()), InputStream.nullInputStream()));
  }

  /** What is readable of what is not committed; empty when there is nothing. */
  Optional<Unfinished> unfinished(ArtifactKey key) throws IOException {
    Optional<Unfinished> found = Optional.empty();
    for (int look = 0; look < MAX_LOOKS; look++) {
      List<Piece> pieces = new ArrayList<>();
      bucket.list(
          names.unfinished(key),
          o -> Piece.parse(o.key(), o.lastModified()).ifPresent(pieces::add));
      found = Unfinished.of(pieces);
      if (found.isEmpty() || !found.get().torn()) {
        return found;
      }
    }
    return found.filter(u -> !u.lost());
  }
}
