package dev.meetbot.engine.internal.capture;

import dev.meetbot.model.RecordingSpec;

/**
 * What is recorded.
 *
 * @param holdEarly whether frames may be kept in memory before the start, so that a recording which
 *     starts on joining has the first key frames; false when anybody must agree first
 * @param guarded whether frames are only kept once it is confirmed that they may be
 */
public record CapturePlan(
    RecordingSpec.Audio audio,
    RecordingSpec.Video video,
    boolean captions,
    boolean chat,
    boolean holdEarly,
    boolean guarded) {
  /** The plan of a job. */
  public static CapturePlan of(RecordingSpec spec, boolean consentRequired) {
    return new CapturePlan(
        spec.audio(),
        spec.video(),
        spec.captions(),
        spec.chat(),
        spec.startOnJoin() && !consentRequired,
        consentRequired);
  }

  /** Whether received audio tracks are tapped. */
  boolean tapsAudio() {
    return audio != RecordingSpec.Audio.NONE;
  }

  /** Whether received video tracks are tapped. */
  boolean tapsVideo() {
    return video == RecordingSpec.Video.COMPOSED || video == RecordingSpec.Video.PARTICIPANTS;
  }

  /** Whether the tab itself is captured. */
  boolean capturesTab() {
    return video == RecordingSpec.Video.TAB;
  }
}
