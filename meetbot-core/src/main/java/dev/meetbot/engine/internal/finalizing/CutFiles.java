package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.FinishedMatroska;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes files of sound out of parts of tracks, packet by packet. Used by one thread. */
final class CutFiles {
  /** Breaks within speech, for those who want to know when there is something in the file. */
  private static final long BREAK_MS = 1_000;

  private final ArtifactStore store;
  private final Path directory;
  private int made;

  CutFiles(ArtifactStore store, Path directory) {
    this.store = store;
    this.directory = directory;
  }

  /** Writes one file per plan, where there are packets. Blocks. */
  List<MediaFile> write(List<CutPlan> plans) throws IOException {
    List<MediaFile> files = new ArrayList<>();
    for (CutPlan plan : plans) {
      write(plan).ifPresent(files::add);
    }
    return files;
  }

  private Optional<MediaFile> write(CutPlan plan) throws IOException {
    Path target = directory.resolve("cut" + made++);
    try (CutPackets packets = CutPackets.open(store, plan.cuts())) {
      if (!packets.hasNext()) {
        return Optional.empty();
      }
      long startMs = packets.startMs();
      long durationMs = FinishedMatroska.write(target, plan.cuts().get(0).scan().format(), packets);
      List<Span> active = plan.cuts().stream().flatMap(c -> c.active().stream()).toList();
      return Optional.of(
          new MediaFile(
              target,
              plan.fileName(),
              "audio/webm",
              plan.kind(),
              plan.as(),
              new Span(startMs, startMs + durationMs),
              Span.joined(active, BREAK_MS),
              0,
              0));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
