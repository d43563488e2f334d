package dev.meetbot.model;

import java.util.Locale;

/** What a job records. */
public record RecordingSpec(
    Audio audio, Video video, Layout layout, boolean captions, boolean chat, boolean startOnJoin) {
  /** The published defaults. */
  public static final RecordingSpec DEFAULTS =
      new RecordingSpec(Audio.PER_SPEAKER, Video.COMPOSED, Layout.SHARE_FIRST, true, true, true);

  /** Which audio files are made. */
  public enum Audio {
    PER_SPEAKER,
    MIXED,
    NONE;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which video files are made. */
  public enum Video {
    COMPOSED,
    PARTICIPANTS,
    TAB,
    NONE;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the composed video is laid out. */
  public enum Layout {
    SPEAKER,
    GALLERY,
    SHARE_FIRST;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether anything at all is to be recorded. */
  public boolean records() {
    return audio != Audio.NONE || video != Video.NONE || captions || chat;
  }
}
