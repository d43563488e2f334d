package dev.meetbot.engine.internal.capture.matroska;

/**
 * What a track holds.
 *
 * @param width pixels, 0 for audio
 * @param height pixels, 0 for audio
 * @param channels 0 for video
 * @param sampleRate in Hz, 0 for video
 */
public record TrackFormat(
    Kind kind, Codec codec, int width, int height, int channels, int sampleRate) {
  /** Sound or picture. */
  public enum Kind {
    AUDIO,
    VIDEO
  }

  /** Opus as WebRTC sends it: 48 kHz (RFC 7587), decoded to two channels. */
  public static TrackFormat opus() {
    return new TrackFormat(Kind.AUDIO, Codec.OPUS, 0, 0, 2, 48_000);
  }

  /** A picture of that size. */
  public static TrackFormat video(Codec codec, int width, int height) {
    return new TrackFormat(Kind.VIDEO, codec, width, height, 0, 0);
  }
}
