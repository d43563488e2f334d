package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Puts a big artifact together inside the server: each block is copied into a multipart upload as
 * soon as it is there, so that little is left to do at the commit. One thread.
 */
final class Composition {
  private final S3Bucket bucket;
  private final S3Uploads uploads;
  private final String target;
  private final WriterId writer;
  private final List<Piece> blocks = new ArrayList<>();
  private final List<CompletedPart> parts = new ArrayList<>();
  private @Nullable String upload;

  Composition(S3Bucket bucket, String target, WriterId writer) {
    this.bucket = bucket;
    this.uploads = bucket.uploads();
    this.target = target;
    this.writer = writer;
  }

  List<Piece> blocks() {
    return blocks;
  }

  /** Ends what other writers of the same artifact have begun: their commits will fail. */
  void abortOthers() throws IOException {
    uploads.abortAll(target, u -> u.key().equals(target) && !u.uploadId().equals(upload));
  }

  void add(Piece block) {
    blocks.add(block);
  }

  /** Copies the blocks that were not copied yet; after a failure it can be called again. */
  void copyBlocks() throws IOException {
    if (upload == null) {
      upload = uploads.begin(target, writer);
    }
    while (parts.size() < blocks.size()) {
      parts.add(part(upload, parts.size() + 1, blocks.get(parts.size())));
    }
  }

  private CompletedPart part(String id, int number, Piece block) throws IOException {
    try {
      return uploads.copy(target, id, number, block.name());
    } catch (IOException e) {
      if (!(e.getCause() instanceof S3Exception answer && S3Failure.notOffered(answer))) {
        throw e;
      }
    }
    // a server that does not copy parts: they go through this process
    byte[] bytes;
    try (ResponseInputStream<GetObjectResponse> in =
        bucket
            .get(block.name(), ByteRange.ALL, null)
            .orElseThrow(() -> new IOException(block.name() + " is gone"))) {
      bytes = in.readAllBytes();
    }
    return uploads.put(target, id, number, () -> new ByteArrayInputStream(bytes), bytes.length);
  }

  /** Makes the artifact of the blocks and what comes behind them. */
  void complete(BlockBuffer tail) throws IOException {
    copyBlocks();
    String id = Objects.requireNonNull(upload);
    List<CompletedPart> all = new ArrayList<>(parts);
    if (tail.length() > 0) {
      all.add(
          uploads.put(target, id, all.size() + 1, () -> tail.from(tail.start()), tail.length()));
    }
    try {
      uploads.complete(target, id, all);
    } catch (IOException e) {
      // the answer to an earlier try may have got lost
      if (!isDone()) {
        throw e;
      }
    }
    upload = null;
  }

  private boolean isDone() throws IOException {
    Optional<HeadObjectResponse> there = bucket.head(target);
    return there.isPresent() && writer.id().equals(there.get().metadata().get(S3Bucket.WRITER));
  }

  void abort() throws IOException {
    String id = upload;
    upload = null;
    parts.clear();
    if (id != null) {
      uploads.abort(target, id);
    }
  }
}
