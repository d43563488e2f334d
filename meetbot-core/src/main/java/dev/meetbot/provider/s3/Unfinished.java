package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a listing shows of an artifact that is not committed.
 *
 * @param pieces without a gap from byte 0, in order
 * @param bytes how much of them was flushed
 * @param torn whether something that was flushed is not in the listing: pieces went while it was
 *     made, or another writer deleted them
 */
record Unfinished(
    WriterId writer, List<Piece> pieces, long bytes, boolean torn, Instant modifiedAt) {
  /**
   * The latest writer's; one of whose bytes nothing is left only when there is no other.
   *
   * @param pieces of one artifact, of any writers
   */
  static Optional<Unfinished> of(Collection<Piece> pieces) {
    Map<String, List<Piece>> byWriter = new TreeMap<>(Comparator.reverseOrder());
    pieces.forEach(p -> byWriter.computeIfAbsent(p.writer().id(), id -> new ArrayList<>()).add(p));
    List<Unfinished> all =
        byWriter.values().stream()
            .filter(own -> own.stream().anyMatch(p -> !p.block()))
            .map(Unfinished::ofOne)
            .toList();
    return all.stream().filter(u -> !u.lost()).findFirst().or(() -> all.stream().findFirst());
  }

  private static Unfinished ofOne(List<Piece> own) {
    long flushed = own.stream().filter(p -> !p.block()).mapToLong(Piece::end).max().orElse(0);
    List<Piece> chain = new ArrayList<>();
    long end = 0;
    while (end < flushed) {
      long from = end;
      Optional<Piece> next =
          own.stream().filter(p -> p.holds(from)).max(Comparator.comparingLong(Piece::end));
      if (next.isEmpty()) {
        break;
      }
      chain.add(next.get());
      end = next.get().end();
    }
    Instant modifiedAt =
        own.stream().map(Piece::modifiedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    return new Unfinished(
        own.get(0).writer(), chain, Math.min(end, flushed), end < flushed, modifiedAt);
  }

  /** Nothing can be read of it, though something was flushed. */
  boolean lost() {
    return torn && bytes == 0;
  }

  /** The piece with that byte; empty behind the last flush. */
  Optional<Piece> at(long position) {
    return pieces.stream().filter(p -> p.holds(position) && position < bytes).findFirst();
  }

  ArtifactInfo info(ArtifactKey key) {
    return new ArtifactInfo(key, writer.mediaType(), bytes, false, modifiedAt);
  }
}
