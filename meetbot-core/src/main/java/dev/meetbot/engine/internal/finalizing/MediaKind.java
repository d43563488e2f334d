package dev.meetbot.engine.internal.finalizing;

/** The sorts of media files, with their names in the manifest. */
enum MediaKind {
  AUDIO("audio", "audio"),
  SCREEN_AUDIO("screen_audio", "screen-audio"),
  PARTICIPANT_VIDEO("participant_video", "video"),
  SCREEN_VIDEO("screen_video", "screen"),
  TAB_VIDEO("tab_video", "video"),
  /** A track with everybody in it, which is only published as the recording's mixed sound. */
  MIX("mixed_audio", "audio");

  private final String wireName;
  private final String prefix;

  MediaKind(String wireName, String prefix) {
    this.wireName = wireName;
    this.prefix = prefix;
  }

  String wireName() {
    return wireName;
  }

  /** How file names of this kind begin. */
  String prefix() {
    return prefix;
  }

  boolean audio() {
    return this == AUDIO || this == SCREEN_AUDIO || this == MIX;
  }

  static MediaKind of(CapturedTrack track) {
    return switch (track.kind()) {
      case TAB -> TAB_VIDEO;
      case AUDIO -> track.mix() ? MIX : track.screen() ? SCREEN_AUDIO : AUDIO;
      case VIDEO -> track.screen() ? SCREEN_VIDEO : PARTICIPANT_VIDEO;
    };
  }
}
