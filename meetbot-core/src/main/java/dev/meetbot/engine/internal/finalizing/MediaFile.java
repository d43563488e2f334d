package dev.meetbot.engine.internal.finalizing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A finished media file in the working directory.
 *
 * @param name what it is called in the store
 * @param track the first of the tracks that it was made of
 * @param span where it lies on the recording's line
 * @param active when there are pictures in it
 * @param width of its largest picture, 0 for sound
 * @param height of its largest picture, 0 for sound
 */
record MediaFile(
    Path path,
    String name,
    String mediaType,
    MediaKind kind,
    CapturedTrack track,
    Span span,
    List<Span> active,
    int width,
    int height) {
  /** The same files, the second and further ones of one name called {@code name.part2.webm}. */
  static List<MediaFile> distinct(List<MediaFile> files) {
    Set<String> taken = new HashSet<>();
    List<MediaFile> result = new ArrayList<>();
    for (MediaFile file : files) {
      int dot = file.name.lastIndexOf('.');
      String name = file.name;
      for (int i = 2; !taken.add(name); i++) {
        name = file.name.substring(0, dot) + ".part" + i + file.name.substring(dot);
      }
      result.add(file.named(name));
    }
    return List.copyOf(result);
  }

  private MediaFile named(String other) {
    return new MediaFile(path, other, mediaType, kind, track, span, active, width, height);
  }
}
