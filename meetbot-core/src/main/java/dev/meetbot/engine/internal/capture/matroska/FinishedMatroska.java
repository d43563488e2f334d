package dev.meetbot.engine.internal.capture.matroska;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a complete file with duration, seek head and cues, WebM where the codec allows it. Holds
 * one cluster in memory at a time.
 */
public final class FinishedMatroska {
  private static final long CLUSTER_MS = 2_000;
  private static final int CLUSTER_BYTES = 4 << 20;

  /** A last picture is not thought to stand longer than this. */
  private static final long MAX_STEP_MS = 1_000;

  private final FileChannel file;
  private final TrackFormat format;
  private final List<long[]> cues = new ArrayList<>();
  private final List<Packet> pending = new ArrayList<>();
  private long pendingBytes;
  private long segmentStart;
  private long seekHeadAt;
  private long durationAt;
  private @Nullable Packet last;
  private long stepMs;

  private FinishedMatroska(FileChannel file, TrackFormat format) {
    this.file = file;
    this.format = format;
  }

  /**
   * Writes the file, replacing an older one; blocks.
   *
   * @param packets in order of time, from 0; video begins with a key frame
   * @return the duration in ms, 0 when there was no packet and no file was written
   */
  public static long write(Path target, TrackFormat format, Iterator<Packet> packets)
      throws IOException {
    if (!packets.hasNext()) {
      return 0;
    }
    try (FileChannel file =
        FileChannel.open(
            target,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      return new FinishedMatroska(file, format).write(packets);
    }
  }

  private long write(Iterator<Packet> packets) throws IOException {
    Packet packet = packets.next();
    header(packet.data());
    add(packet);
    while (packets.hasNext()) {
      packet = packets.next();
      if (endsCluster(packet)) {
        flushCluster();
      }
      add(packet);
    }
    flushCluster();
    return finish();
  }

  private boolean endsCluster(Packet packet) {
    long span = packet.timeMs() - pending.get(0).timeMs();
    boolean video = format.kind() == TrackFormat.Kind.VIDEO;
    return span >= CLUSTER_MS
        || pendingBytes >= CLUSTER_BYTES
        // A picture that one can seek to begins its cluster.
        || (video && packet.key());
  }

  private void add(Packet packet) {
    if (last != null) {
      stepMs = packet.timeMs() - last.timeMs();
    }
    last = packet;
    pending.add(packet);
    pendingBytes += packet.data().length;
  }

  private void header(byte[] firstKeyFrame) throws IOException {
    EbmlBuffer out = new EbmlBuffer();
    out.raw(FileHeader.ebml(format.codec().webm())).id(ElementId.SEGMENT).unknownSize();
    segmentStart = out.length();
    seekHeadAt = out.length();
    out.raw(seekHead(0, 0, 0));
    out.raw(FileHeader.info(Optional.of(0.0)));
    durationAt = out.length() - 8;
    out.raw(FileHeader.tracks(format, firstKeyFrame));
    append(out.toBytes());
  }

  private void flushCluster() throws IOException {
    if (pending.get(0).key()) {
      cues.add(new long[] {pending.get(0).timeMs(), file.position() - segmentStart});
    }
    append(MatroskaWriter.cluster(format.codec(), pending));
    pending.clear();
    pendingBytes = 0;
  }

  private long finish() throws IOException {
    long cuesAt = file.position() - segmentStart;
    append(EbmlBuffer.of(segment -> segment.master(ElementId.CUES, this::cuePoints)));
    long end = file.position();
    long infoAt = seekHeadAt - segmentStart + seekHead(0, 0, 0).length;
    long tracksAt = infoAt + FileHeader.info(Optional.of(0.0)).length;
    put(seekHeadAt, seekHead(infoAt, tracksAt, cuesAt));
    put(segmentStart - 8, new EbmlBuffer().size8(end - segmentStart).toBytes());
    long duration = durationMs();
    put(durationAt, ByteBuffer.allocate(8).putDouble(duration).array());
    return duration;
  }

  private long durationMs() {
    Packet packet = Objects.requireNonNull(last);
    long plays = format.codec() == Codec.OPUS ? OpusPacket.samples(packet.data()) / 48 : stepMs;
    return packet.timeMs() + Math.max(0, Math.min(plays, MAX_STEP_MS));
  }

  private void cuePoints(EbmlBuffer out) {
    for (long[] cue : cues) {
      out.master(
          ElementId.CUE_POINT,
          point ->
              point
                  .uint(ElementId.CUE_TIME, cue[0])
                  .master(
                      ElementId.CUE_TRACK_POSITIONS,
                      at ->
                          at.uint(ElementId.CUE_TRACK, MatroskaWriter.TRACK)
                              .uint(ElementId.CUE_CLUSTER_POSITION, cue[1])));
    }
  }

  /** Always of the same length, so that it can be filled in at the end. */
  private static byte[] seekHead(long info, long tracks, long cues) {
    return EbmlBuffer.of(
        segment ->
            segment.master(
                ElementId.SEEK_HEAD,
                head -> {
                  seek(head, ElementId.INFO, info);
                  seek(head, ElementId.TRACKS, tracks);
                  seek(head, ElementId.CUES, cues);
                }));
  }

  private static void seek(EbmlBuffer head, int id, long position) {
    head.master(
        ElementId.SEEK,
        s ->
            s.binary(ElementId.SEEK_ID, new EbmlBuffer().id(id).toBytes())
                .uint8(ElementId.SEEK_POSITION, position));
  }

  private void append(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
  }

  private void put(long position, byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      file.write(buffer, position + buffer.position());
    }
  }
}
