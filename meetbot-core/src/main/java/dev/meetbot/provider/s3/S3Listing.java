package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactInfo;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Makes a list of artifacts out of one of objects. One thread. */
final class S3Listing {
  private final S3Names names;
  private final Map<ArtifactKey, S3Object> committed = new HashMap<>();
  private final Map<ArtifactKey, List<Piece>> unfinished = new HashMap<>();

  S3Listing(S3Names names) {
    this.names = names;
  }

  /** Takes an object that the server listed; one that is no artifact's is passed over. */
  void add(S3Object object) {
    Optional<ArtifactKey> owner = names.keyOfPiece(object.key());
    if (owner.isPresent()) {
      Piece.parse(object.key(), object.lastModified())
          .ifPresent(p -> unfinished.computeIfAbsent(owner.get(), k -> new ArrayList<>()).add(p));
    } else {
      names.keyOf(object.key()).ifPresent(key -> committed.put(key, object));
    }
  }

  /** The artifacts, by key. Asks the server where a listing does not tell enough. */
  List<ArtifactInfo> artifacts(S3Reader reader, MediaTypes types) throws IOException {
    List<ArtifactInfo> all = new ArrayList<>();
    Map<S3Object, String> typeOf = types.of(List.copyOf(committed.values()));
    committed.forEach(
        (key, o) -> {
          String type = typeOf.get(o);
          // without a type it was deleted meanwhile
          if (type != null) {
            all.add(new ArtifactInfo(key, type, o.size(), true, o.lastModified()));
          }
        });
    for (Map.Entry<ArtifactKey, List<Piece>> entry : unfinished.entrySet()) {
      ArtifactKey key = entry.getKey();
      if (!committed.containsKey(key)) {
        Optional<Unfinished> found = Unfinished.of(entry.getValue());
        if (found.isPresent() && found.get().torn()) {
          found = reader.unfinished(key);
        }
        found.ifPresent(u -> all.add(u.info(key)));
      }
    }
    all.sort(Comparator.comparing(info -> info.key().path()));
    return all;
  }
}
