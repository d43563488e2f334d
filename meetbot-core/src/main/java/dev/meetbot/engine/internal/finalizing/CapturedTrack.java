package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactKey;
import org.jspecify.annotations.Nullable;

/**
 * A track as the log tells of it.
 *
 * @param offsetMs added to its file's timestamps, puts them on the recording's line
 * @param width pixels, 0 when the log does not say
 * @param height pixels, 0 when the log does not say
 * @param owner whose it is; null when nobody found out
 */
record CapturedTrack(
    Id id,
    Kind kind,
    String codec,
    String method,
    ArtifactKey key,
    long offsetMs,
    int width,
    int height,
    @Nullable Owner owner) {
  /** A track's number is unique within an attempt only. */
  record Id(int attempt, int number) {}

  enum Kind {
    AUDIO,
    VIDEO,
    TAB
  }

  /**
   * Whose a stream is.
   *
   * @param screen whether it belongs to what that participant shares rather than to themselves
   */
  record Owner(String participantId, boolean screen) {}

  /** Whether the file is ours, packet by packet; else it holds what the browser muxed. */
  boolean tapped() {
    return method.equals("tap");
  }

  boolean screen() {
    return owner != null && owner.screen();
  }

  boolean ownedBy(String participantId) {
    return owner != null && owner.participantId().equals(participantId);
  }
}
