package dev.meetbot.jaxrs.resource;

import dev.meetbot.model.JobId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of a listing ends, in a form that clients hand back unread. */
final class Cursors {
  private static final String PREFIX = "j1:";

  private Cursors() {}

  static String after(JobId last) {
    byte[] text = (PREFIX + last.value()).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** Empty when it is none of ours. */
  static Optional<JobId> read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return text.startsWith(PREFIX)
          ? JobIds.parse(text.substring(PREFIX.length()))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
