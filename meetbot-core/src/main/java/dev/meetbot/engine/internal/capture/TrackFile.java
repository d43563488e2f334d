package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.MatroskaWriter;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The Matroska file of a tapped track, appended to by whole clusters; writer thread. */
final class TrackFile {
  private static final long CLUSTER_MS = 1_000;

  private final int number;
  private final TrackFormat format;
  private final CaptureFile file;
  private final List<Packet> pending = new ArrayList<>();

  /** Opens the file; {@code first} begins it and must still be added. */
  TrackFile(int number, TrackFormat format, Packet first, CaptureRun run) throws IOException {
    this.number = number;
    this.format = format;
    this.file = run.open(name(), mediaType(format));
    file.append(MatroskaWriter.header(format, first.data()));
    run.stats().trackOpened();
  }

  int number() {
    return number;
  }

  TrackFormat format() {
    return format;
  }

  String name() {
    return "t" + number + ".mkv";
  }

  void add(Packet packet) throws IOException {
    if (!pending.isEmpty() && packet.timeMs() - pending.get(0).timeMs() >= CLUSTER_MS) {
      writeCluster();
    }
    pending.add(packet);
  }

  /** Writes what is there as a cluster and makes it safe. */
  void flush() throws IOException {
    writeCluster();
    file.flush();
  }

  void commit() throws IOException {
    writeCluster();
    file.commit();
  }

  void abandon() {
    file.abandon();
  }

  private void writeCluster() throws IOException {
    if (!pending.isEmpty()) {
      byte[] cluster = MatroskaWriter.cluster(format.codec(), pending);
      pending.clear();
      file.append(cluster);
    }
  }

  private static String mediaType(TrackFormat format) {
    return format.kind() == TrackFormat.Kind.AUDIO ? "audio/x-matroska" : "video/x-matroska";
  }
}
