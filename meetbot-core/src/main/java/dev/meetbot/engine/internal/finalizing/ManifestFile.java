package dev.meetbot.engine.internal.finalizing;

import org.jspecify.annotations.Nullable;

/**
 * A line of the manifest's list of files.
 *
 * @param sha256 of its bytes, in hex
 */
record ManifestFile(
    String name, String kind, String mediaType, long bytes, String sha256, About about) {
  /** What only some files have. */
  record About(
      @Nullable Span span,
      @Nullable String speakerId,
      @Nullable String speaker,
      @Nullable String captureMethod) {
    static final About NOTHING = new About(null, null, null, null);
  }
}
