package dev.meetbot.provider.file;

import dev.meetbot.spi.artifact.ArtifactKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/**
 * Where the files of one artifact are. The final file has the key's own name. Others have suffixes
 * with a tilde, which no key can contain:
 *
 * <ul>
 *   <li>{@code ~part}: flushed but not committed; hides the final file
 *   <li>{@code ~type}, {@code ~part~type}: the media type
 *   <li>{@code ~N~open}: not flushed yet, invisible
 * </ul>
 *
 * <p>A name with letters beyond ASCII is stored as {@code =} and its base64: a JVM that was started
 * in the C locale, as in most containers, cannot name such files.
 */
record ArtifactPath(Path committed) {
  private static final String PART = "~part";
  private static final String TYPE = "~type";
  private static final String OPEN = "~open";
  private static final String ENCODED = "=";

  static ArtifactPath of(Path root, ArtifactKey key) {
    Path path = root;
    for (String segment : key.path().split("/")) {
      path = path.resolve(encode(segment));
    }
    return new ArtifactPath(path);
  }

  private static String encode(String segment) {
    return segment.chars().allMatch(c -> c < 128)
        ? segment
        : ENCODED
            + Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(segment.getBytes(StandardCharsets.UTF_8));
  }

  private static String decode(String name) {
    return name.startsWith(ENCODED)
        ? new String(Base64.getUrlDecoder().decode(name.substring(1)), StandardCharsets.UTF_8)
        : name;
  }

  Path part() {
    return withSuffix(PART);
  }

  Path committedType() {
    return withSuffix(TYPE);
  }

  Path partType() {
    return withSuffix(PART + TYPE);
  }

  Path open(int number) {
    return withSuffix("~" + number + OPEN);
  }

  private Path withSuffix(String suffix) {
    return committed.resolveSibling(committed.getFileName() + suffix);
  }

  /** Whether this is the final file or the part of an artifact, not one of the helpers. */
  static boolean isReadable(Path file) {
    String name = file.getFileName().toString();
    return !name.endsWith(TYPE) && !name.endsWith(OPEN);
  }

  static boolean isPart(Path file) {
    return file.getFileName().toString().endsWith(PART);
  }

  /** The key of a readable file. */
  static ArtifactKey keyOf(Path root, Path file) {
    StringBuilder key = new StringBuilder();
    for (Path name : root.relativize(file)) {
      String segment = name.toString();
      String plain =
          segment.endsWith(PART) ? segment.substring(0, segment.length() - PART.length()) : segment;
      key.append(key.length() == 0 ? "" : "/").append(decode(plain));
    }
    return new ArtifactKey(key.toString());
  }
}
