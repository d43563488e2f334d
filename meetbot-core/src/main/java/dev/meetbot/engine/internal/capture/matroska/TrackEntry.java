package dev.meetbot.engine.internal.capture.matroska;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The first track of a Tracks element.
 *
 * @param number blocks carry it
 */
record TrackEntry(long number, TrackFormat format) {
  static TrackEntry parse(byte[] tracks) throws IOException {
    EbmlInput in = new EbmlInput(new ByteArrayInputStream(tracks));
    while (in.id() != ElementId.TRACK_ENTRY) {
      in.skip(in.size());
    }
    Fields fields = new Fields();
    fields.read(in.bytes(in.size()));
    Codec codec =
        Codec.ofMatroskaId(fields.codecId)
            .orElseThrow(() -> new IOException("unknown codec " + fields.codecId));
    TrackFormat.Kind kind = fields.type == 2 ? TrackFormat.Kind.AUDIO : TrackFormat.Kind.VIDEO;
    return new TrackEntry(
        fields.number,
        new TrackFormat(
            kind, codec, fields.width, fields.height, fields.channels, fields.sampleRate));
  }

  private static final class Fields {
    private long number = 1;
    private long type;
    private String codecId = "";
    private int width;
    private int height;
    private int channels;
    private int sampleRate;

    void read(byte[] master) throws IOException {
      ByteArrayInputStream stream = new ByteArrayInputStream(master);
      EbmlInput in = new EbmlInput(stream);
      while (stream.available() > 0) {
        int id = in.id();
        byte[] value = in.bytes(in.size());
        switch (id) {
          case ElementId.TRACK_NUMBER -> number = EbmlInput.uint(value);
          case ElementId.TRACK_TYPE -> type = EbmlInput.uint(value);
          case ElementId.CODEC_ID -> codecId = new String(value, StandardCharsets.US_ASCII);
          case ElementId.PIXEL_WIDTH -> width = (int) EbmlInput.uint(value);
          case ElementId.PIXEL_HEIGHT -> height = (int) EbmlInput.uint(value);
          case ElementId.CHANNELS -> channels = (int) EbmlInput.uint(value);
          case ElementId.SAMPLING_FREQUENCY -> sampleRate = (int) EbmlInput.real(value);
          case ElementId.AUDIO, ElementId.VIDEO -> read(value);
          default -> {
            // Not needed to read packets.
          }
        }
      }
    }
  }
}
