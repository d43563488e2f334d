package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;

/** Contributing sources of packets (CSRC, RFC 3550 section 5.1). Pure. */
final class Contributing {
  /** Stands for a packet that names nobody. */
  static final long NOBODY = -1;

  private Contributing() {}

  /** Whose packet it is, where a packet carries one person at a time. */
  static long of(PictureJoiner.Picture picture) {
    return picture.sources().stream().filter(s -> s > 0).findFirst().orElse(NOBODY);
  }

  /** How the log names that source. */
  static String streamId(long source) {
    return MediaSource.contributing(source);
  }
}
