package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.capture.matroska.FinishedMatroska;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes the lossless files of the participants in the working directory. Used by one thread. */
final class ParticipantFiles {
  private final ArtifactStore store;
  private final Path directory;

  ParticipantFiles(ArtifactStore store, Path directory) {
    this.store = store;
    this.directory = directory;
  }

  /** Writes one file per plan. Blocks. */
  List<MediaFile> write(List<FilePlan> plans) throws IOException {
    List<MediaFile> files = new ArrayList<>();
    for (FilePlan plan : plans) {
      files.add(write(plan, directory.resolve("media" + files.size())));
    }
    return files;
  }

  private MediaFile write(FilePlan plan, Path target) throws IOException {
    TrackScan largest = plan.largest();
    TrackFormat first = plan.tracks().get(0).format();
    TrackFormat format =
        plan.kind().audio()
            ? first
            : TrackFormat.video(first.codec(), largest.width(), largest.height());
    long durationMs;
    try (LanePackets packets = new LanePackets(store, plan)) {
      durationMs = FinishedMatroska.write(target, format, packets);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return new MediaFile(
        target,
        plan.fileName(),
        plan.mediaType(),
        plan.kind(),
        plan.firstTrack(),
        new Span(plan.startMs(), plan.startMs() + durationMs),
        plan.active(),
        largest.width(),
        largest.height());
  }
}
