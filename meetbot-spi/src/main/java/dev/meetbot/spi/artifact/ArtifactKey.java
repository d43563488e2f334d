package dev.meetbot.spi.artifact;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Name of an artifact: segments of letters, digits, dot, dash, underscore and space-free unicode
 * letters, joined by slashes. No segment is {@code .} or {@code ..}, so that a key cannot leave its
 * store, and none has more than 180 bytes in UTF-8, so that it fits into a file name.
 */
public record ArtifactKey(String path) {
  private static final Pattern SEGMENT = Pattern.compile("[\\p{L}\\p{N}._-]+");
  private static final int MAX_BYTES = 180;

  public ArtifactKey {
    for (String segment : path.split("/", -1)) {
      if (!SEGMENT.matcher(segment).matches()
          || segment.equals(".")
          || segment.equals("..")
          || segment.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
        throw new IllegalArgumentException("not an artifact key: " + path);
      }
    }
  }

  /** The key of {@code child} below this one. */
  public ArtifactKey resolve(String child) {
    return new ArtifactKey(path + "/" + child);
  }

  /** The last segment. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return path;
  }
}
