package dev.meetbot.engine.internal.capture.matroska;

import java.util.List;
import java.util.Optional;

/**
 * Makes the bytes of a file that grows while it is recorded and is readable up to its last whole
 * block: a segment of unknown size with one track (RFC 9559). Pure.
 */
public final class MatroskaWriter {
  /** The number of the only track. */
  static final int TRACK = 1;

  /** Block timestamps are 16 bit, counted from their cluster's. */
  static final long MAX_CLUSTER_MS = Short.MAX_VALUE;

  private MatroskaWriter() {}

  /**
   * The bytes before the first cluster.
   *
   * @param firstKeyFrame the first packet: H.264 and AV1 keep their decoder set-up in it
   */
  public static byte[] header(TrackFormat format, byte[] firstKeyFrame) {
    return new EbmlBuffer()
        .raw(FileHeader.ebml(format.codec().webm()))
        .id(ElementId.SEGMENT)
        .unknownSize()
        .raw(FileHeader.info(Optional.empty()))
        .raw(FileHeader.tracks(format, firstKeyFrame))
        .toBytes();
  }

  /**
   * One cluster with these packets.
   *
   * @throws IllegalArgumentException when there is none, one has a negative time, or they span more
   *     than 32 s
   */
  public static byte[] cluster(Codec codec, List<Packet> packets) {
    long start = packets.stream().mapToLong(Packet::timeMs).min().orElse(-1);
    long end = packets.stream().mapToLong(Packet::timeMs).max().orElse(-1);
    if (start < 0 || end - start > MAX_CLUSTER_MS) {
      throw new IllegalArgumentException("no cluster from " + start + " ms to " + end + " ms");
    }
    return EbmlBuffer.of(
        segment ->
            segment.master(
                ElementId.CLUSTER,
                c -> {
                  c.uint(ElementId.TIMESTAMP, start);
                  packets.forEach(p -> block(c, codec, (int) (p.timeMs() - start), p));
                }));
  }

  private static void block(EbmlBuffer cluster, Codec codec, int time, Packet packet) {
    byte[] head = {
      (byte) (0x80 | TRACK), (byte) (time >> 8), (byte) time, (byte) (packet.key() ? 0x80 : 0)
    };
    byte[] data = codec == Codec.H264 ? AnnexB.toLengthPrefixed(packet.data()) : packet.data();
    cluster.binary(ElementId.SIMPLE_BLOCK, head, data);
  }
}
