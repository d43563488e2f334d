package dev.meetbot.engine.internal.capture;

import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.meeting.AudioShape;

/**
 * What is recorded.
 *
 * @param holdEarly whether frames may be kept in memory before the start, so that a recording which
 *     starts on joining has the first key frames; false when anybody must agree first
 * @param guarded whether frames are only kept once it is confirmed that they may be
 * @param shape how the page receives what people say
 */
public record CapturePlan(
    RecordingSpec.Audio audio,
    RecordingSpec.Video video,
    boolean captions,
    boolean chat,
    boolean holdEarly,
    boolean guarded,
    AudioShape shape) {
  /** The plan of a job on a page with a track for everybody. */
  public static CapturePlan of(RecordingSpec spec, boolean consentRequired) {
    return of(spec, consentRequired, AudioShape.OWN_TRACKS);
  }

  /**
   * The plan of a job. A page that decodes by itself gives no pictures but those that it shows, so
   * there the tab is recorded whatever kind of video was asked for.
   */
  public static CapturePlan of(RecordingSpec spec, boolean consentRequired, AudioShape shape) {
    return new CapturePlan(
        spec.audio(),
        video(spec, shape),
        spec.captions(),
        spec.chat(),
        spec.startOnJoin() && !consentRequired,
        consentRequired,
        shape);
  }

  private static RecordingSpec.Video video(RecordingSpec spec, AudioShape shape) {
    boolean shownOnly = shape == AudioShape.WEB_AUDIO && spec.video() != RecordingSpec.Video.NONE;
    return shownOnly ? RecordingSpec.Video.TAB : spec.video();
  }

  /** Whether received audio tracks are tapped. */
  boolean tapsAudio() {
    return audio != RecordingSpec.Audio.NONE;
  }

  /** Whether what the page plays through Web Audio is recorded. */
  boolean playsWebAudio() {
    return shape == AudioShape.WEB_AUDIO && tapsAudio();
  }

  /** Whether received video tracks are tapped. */
  boolean tapsVideo() {
    return video == RecordingSpec.Video.COMPOSED || video == RecordingSpec.Video.PARTICIPANTS;
  }

  /** Whether the tab itself is captured. */
  public boolean capturesTab() {
    return video == RecordingSpec.Video.TAB;
  }
}
