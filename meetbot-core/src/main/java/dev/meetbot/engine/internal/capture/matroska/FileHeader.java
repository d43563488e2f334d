package dev.meetbot.engine.internal.capture.matroska;

import java.util.Optional;

/** The elements before the first cluster. */
final class FileHeader {
  private static final String APP = "meetbot";
  private static final long NANOS_PER_MS = 1_000_000;

  /** How much an Opus decoder must hear to be right after a seek (RFC 7845 section 4.6). */
  private static final long OPUS_PRE_ROLL_MS = 80;

  private FileHeader() {}

  static byte[] ebml(boolean webm) {
    return EbmlBuffer.of(
        file ->
            file.master(
                ElementId.EBML,
                e ->
                    e.uint(ElementId.EBML_VERSION, 1)
                        .uint(ElementId.EBML_READ_VERSION, 1)
                        .uint(ElementId.EBML_MAX_ID_LENGTH, 4)
                        .uint(ElementId.EBML_MAX_SIZE_LENGTH, 8)
                        .text(ElementId.DOC_TYPE, webm ? "webm" : "matroska")
                        .uint(ElementId.DOC_TYPE_VERSION, 4)
                        .uint(ElementId.DOC_TYPE_READ_VERSION, 2)));
  }

  /** Info with a timestamp unit of one millisecond; the duration, when known, comes last. */
  static byte[] info(Optional<Double> durationMs) {
    return EbmlBuffer.of(
        segment ->
            segment.master(
                ElementId.INFO,
                i -> {
                  i.uint(ElementId.TIMESTAMP_SCALE, NANOS_PER_MS)
                      .text(ElementId.MUXING_APP, APP)
                      .text(ElementId.WRITING_APP, APP);
                  durationMs.ifPresent(ms -> i.float8(ElementId.DURATION, ms));
                }));
  }

  static byte[] tracks(TrackFormat format, byte[] firstKeyFrame) {
    return EbmlBuffer.of(
        segment ->
            segment.master(
                ElementId.TRACKS,
                t -> t.master(ElementId.TRACK_ENTRY, e -> entry(e, format, firstKeyFrame))));
  }

  private static void entry(EbmlBuffer e, TrackFormat format, byte[] firstKeyFrame) {
    boolean audio = format.kind() == TrackFormat.Kind.AUDIO;
    e.uint(ElementId.TRACK_NUMBER, MatroskaWriter.TRACK)
        .uint(ElementId.TRACK_UID, MatroskaWriter.TRACK)
        .uint(ElementId.TRACK_TYPE, audio ? 2 : 1)
        .uint(ElementId.FLAG_LACING, 0)
        .text(ElementId.CODEC_ID, format.codec().matroskaId());
    CodecConfig.of(format, firstKeyFrame)
        .ifPresent(config -> e.binary(ElementId.CODEC_PRIVATE, config));
    if (format.codec() == Codec.OPUS) {
      e.uint(ElementId.CODEC_DELAY, CodecConfig.OPUS_PRE_SKIP * NANOS_PER_MS / 48)
          .uint(ElementId.SEEK_PRE_ROLL, OPUS_PRE_ROLL_MS * NANOS_PER_MS);
    }
    if (audio) {
      e.master(
          ElementId.AUDIO,
          a ->
              a.float8(ElementId.SAMPLING_FREQUENCY, format.sampleRate())
                  .uint(ElementId.CHANNELS, format.channels()));
    } else {
      e.master(
          ElementId.VIDEO,
          v ->
              v.uint(ElementId.PIXEL_WIDTH, format.width())
                  .uint(ElementId.PIXEL_HEIGHT, format.height()));
    }
  }
}
