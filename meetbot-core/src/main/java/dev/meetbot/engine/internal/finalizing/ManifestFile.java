package dev.meetbot.engine.internal.finalizing;

import org.jspecify.annotations.Nullable;

/**
 * A line of the manifest's list of files.
 *
 * @param sha256 of its bytes, in hex
 */
record ManifestFile(
    String name, String kind, String mediaType, long bytes, String sha256, About about) {
  /**
   * What only some files have.
   *
   * @param cutFromMix whether it is made of the parts of a mix in which that person spoke
   */
  record About(
      @Nullable Span span,
      @Nullable String speakerId,
      @Nullable String speaker,
      @Nullable String captureMethod,
      boolean cutFromMix) {
    static final About NOTHING = new About(null, null, null, null, false);

    /** Of the whole recording. */
    static About whole(long durationMs) {
      return new About(new Span(0, durationMs), null, null, null, false);
    }
  }
}
