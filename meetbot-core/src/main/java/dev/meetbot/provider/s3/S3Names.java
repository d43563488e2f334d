package dev.meetbot.provider.s3;

import dev.meetbot.spi.artifact.ArtifactKey;
import java.util.Optional;

/**
 * What objects are called. A committed artifact has its key, after the prefix. What is still being
 * written lies in the folder of that name and an exclamation mark, which no key can contain: one
 * folder for each writer, and in it {@link Piece}s.
 *
 * @param prefix empty, or ends with a slash
 */
record S3Names(String prefix) {
  private static final String MARK = "!/";

  String committed(ArtifactKey key) {
    return prefix + key.path();
  }

  /** What the names of artifacts below the key begin with. */
  String below(ArtifactKey key) {
    return committed(key) + "/";
  }

  /** What the names of all that is unfinished of the key itself begin with. */
  String unfinished(ArtifactKey key) {
    return committed(key) + MARK;
  }

  /** The folder of one writer. */
  String folder(ArtifactKey key, WriterId writer) {
    return unfinished(key) + writer.folder() + "/";
  }

  /** The key of a committed object; empty when the name is no artifact's. */
  Optional<ArtifactKey> keyOf(String name) {
    if (!name.startsWith(prefix)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ArtifactKey(name.substring(prefix.length())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The key that the piece of that name belongs to; empty when it is no piece. */
  Optional<ArtifactKey> keyOfPiece(String name) {
    int mark = name.indexOf(MARK, prefix.length());
    return mark < 0 ? Optional.empty() : keyOf(name.substring(0, mark));
  }

  /** What the name of a piece says after its key. */
  static String inFolder(String name) {
    return name.substring(name.indexOf(MARK) + MARK.length());
  }
}
