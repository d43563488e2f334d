package dev.meetbot.provider.s3;

import com.github.f4b6a3.ulid.UlidCreator;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;

/**
 * Who writes what. The media type is part of it, so that a listing tells the type of what is
 * unfinished.
 *
 * @param id later ones sort behind earlier ones
 */
record WriterId(String id, String mediaType) {
  static WriterId next(InstantSource clock, String mediaType) {
    return new WriterId(UlidCreator.getUlid(clock.millis()).toString(), mediaType);
  }

  String folder() {
    return id
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mediaType.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads {@link #folder}; empty when it is something else. */
  static Optional<WriterId> parse(String folder) {
    int dot = folder.indexOf('.');
    if (dot < 1) {
      return Optional.empty();
    }
    try {
      byte[] type = Base64.getUrlDecoder().decode(folder.substring(dot + 1));
      return Optional.of(
          new WriterId(folder.substring(0, dot), new String(type, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
