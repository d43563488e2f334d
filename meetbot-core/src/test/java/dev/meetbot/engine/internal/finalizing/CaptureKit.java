package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.MatroskaWriter;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes a capture as a bot of one attempt leaves it. */
final class CaptureKit {
  static final long ZERO = 1_790_000_000_000L;

  private final Path folder;
  private final long zero;

  CaptureKit(FolderStore store, int attempt, long zero) {
    this.folder = store.path("acme/job-1/capture/" + attempt);
    this.zero = zero;
    log("capture_started", 0, "\"audio\":\"per_speaker\",\"video\":\"composed\"");
  }

  /** Adds a line {@code atMs} after the zero; facts are JSON members. */
  CaptureKit log(String type, long atMs, String facts) {
    String tail = facts.isEmpty() ? "" : "," + facts;
    return raw("{\"t\":\"%s\",\"at\":%d%s}%n".formatted(type, zero + atMs, tail));
  }

  CaptureKit raw(String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve("log.jsonl"), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  CaptureKit joined(String id, String name, long atMs) {
    return log(
        "participant_joined",
        atMs,
        "\"id\":\"%s\",\"name\":\"%s\",\"host\":false,\"bot\":false,\"self\":false"
            .formatted(id, name));
  }

  CaptureKit source(String stream, String id, String kind) {
    return log(
        "source",
        1,
        "\"streamId\":\"%s\",\"participantId\":\"%s\",\"kind\":\"%s\"".formatted(stream, id, kind));
  }

  /** A tapped track whose packets lie {@code fromMs} after the zero. */
  CaptureKit track(
      int number, String stream, TrackFormat format, List<Packet> packets, long fromMs) {
    String kind = format.kind() == TrackFormat.Kind.AUDIO ? "audio" : "video";
    log(
        "track",
        fromMs,
        ("\"track\":%d,\"kind\":\"%s\",\"codec\":\"%s\",\"method\":\"tap\",\"streamId\":\"%s\","
                + "\"trackId\":\"x\",\"file\":\"t%d.mkv\"")
            .formatted(number, kind, format.codec().wireName(), stream, number));
    write("t" + number + ".mkv", bytes(format, shifted(packets, fromMs)));
    return this;
  }

  static List<Packet> shifted(List<Packet> packets, long ms) {
    return packets.stream().map(p -> new Packet(p.timeMs() + ms, p.key(), p.data())).toList();
  }

  static List<Packet> between(List<Packet> packets, long fromMs, long toMs) {
    return packets.stream().filter(p -> p.timeMs() >= fromMs && p.timeMs() < toMs).toList();
  }

  static byte[] bytes(TrackFormat format, List<Packet> packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MatroskaWriter.header(format, packets.get(0).data()));
    List<Packet> cluster = new ArrayList<>();
    for (Packet packet : packets) {
      if (!cluster.isEmpty() && packet.timeMs() - cluster.get(0).timeMs() >= 1_000) {
        out.writeBytes(MatroskaWriter.cluster(format.codec(), cluster));
        cluster.clear();
      }
      cluster.add(packet);
    }
    out.writeBytes(MatroskaWriter.cluster(format.codec(), cluster));
    return out.toByteArray();
  }

  void write(String name, byte[] bytes) {
    try {
      Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  static Job job(RecordingSpec recording) {
    JobSpec spec =
        new JobSpec(
            "ext-1",
            URI.create("https://meet.example.org/room/one"),
            "meetbot-room",
            Instant.ofEpochMilli(ZERO),
            "meetbot",
            dev.meetbot.model.WebhookTargets.NONE,
            "{\"team\":\"a\"}",
            AutoLeave.DEFAULTS,
            recording,
            dev.meetbot.model.ConsentSpec.NOT_REQUIRED);
    return Job.queued(
        new JobId("job-1"),
        new TenantId("acme"),
        spec,
        Instant.ofEpochMilli(ZERO),
        Instant.ofEpochMilli(ZERO));
  }
}
