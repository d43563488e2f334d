package dev.meetbot.engine.internal.capture.matroska;

/** The size of a picture, where the browser does not tell it. */
public final class PictureSize {
  private PictureSize() {}

  /**
   * The format of a video track.
   *
   * @param width as the browser tells, 0 when it does not
   * @param height as the browser tells, 0 when it does not
   */
  public static TrackFormat format(Codec codec, int width, int height, byte[] keyFrame) {
    if (width > 0 && height > 0) {
      return TrackFormat.video(codec, width, height);
    }
    TrackFormat read =
        switch (codec) {
          case VP8 -> vp8(keyFrame);
          case AV1 ->
              Av1Sequence.find(keyFrame)
                  .map(s -> TrackFormat.video(codec, s.width(), s.height()))
                  .orElse(TrackFormat.video(codec, 0, 0));
          default -> TrackFormat.video(codec, 0, 0);
        };
    // Zero is not allowed (RFC 9559 section 5.1.4.1.28.6); decoders know better in any case.
    return TrackFormat.video(codec, Math.max(1, read.width()), Math.max(1, read.height()));
  }

  /** From the key frame header of RFC 6386 section 9.1. */
  private static TrackFormat vp8(byte[] frame) {
    if (frame.length < 10) {
      return TrackFormat.video(Codec.VP8, 0, 0);
    }
    int width = (frame[7] & 0x3F) << 8 | frame[6] & 255;
    int height = (frame[9] & 0x3F) << 8 | frame[8] & 255;
    return TrackFormat.video(Codec.VP8, width, height);
  }
}
