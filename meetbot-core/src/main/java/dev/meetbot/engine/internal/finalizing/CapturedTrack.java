package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.AudioShape;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import org.jspecify.annotations.Nullable;

/**
 * A track as the log tells of it.
 *
 * @param offsetMs added to its file's timestamps, puts them on the recording's line
 * @param width pixels, 0 when the log does not say
 * @param height pixels, 0 when the log does not say
 * @param owner whose it is; null when nobody found out, or when it is many people's
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
    @Nullable Owner owner,
    Stream stream) {
  /** The prefix of the ids of contributing sources. */
  private static final String CONTRIBUTING = MediaSource.contributing(0).replace("0", "");

  /** Made from what the browser played. */
  static final String WEB_AUDIO = "web_audio";

  /** A track of which nothing more is known. */
  CapturedTrack(
      Id id,
      Kind kind,
      String codec,
      String method,
      ArtifactKey key,
      long offsetMs,
      int width,
      int height,
      @Nullable Owner owner) {
    this(id, kind, codec, method, key, offsetMs, width, height, owner, Stream.UNKNOWN);
  }

  /**
   * What a track was received as.
   *
   * @param id of the media stream, or of a contributing source
   * @param main whether the page calls it its main sound
   * @param shape how people shared tracks in this attempt
   */
  record Stream(String id, boolean main, AudioShape shape) {
    static final Stream UNKNOWN = new Stream("", false, AudioShape.OWN_TRACKS);
  }

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

  /** Whether the file is taken packet by packet; else what the browser muxed is kept whole. */
  boolean inPackets() {
    return method.equals("tap") || method.equals(WEB_AUDIO);
  }

  /** Whether it was cut out of a received track by its contributing source. */
  boolean contributing() {
    return stream.id().startsWith(CONTRIBUTING);
  }

  /** Whether people share it, so that only the time tells whose a packet is. */
  boolean shared() {
    return kind == Kind.AUDIO
        && owner == null
        && !contributing()
        && stream.shape() != AudioShape.OWN_TRACKS;
  }

  /** Whether it holds everybody. */
  boolean mix() {
    return shared() && stream.shape() != AudioShape.SLOTS;
  }

  /** The same, of that owner and made in that way. */
  CapturedTrack as(@Nullable Owner other, String by) {
    return new CapturedTrack(id, kind, codec, by, key, offsetMs, width, height, other, stream);
  }

  boolean screen() {
    return owner != null && owner.screen();
  }

  boolean ownedBy(String participantId) {
    return owner != null && owner.participantId().equals(participantId);
  }
}
