package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the lossless files of all tracks in the working directory. Used by one thread. */
final class Sources {
  private final ArtifactStore store;
  private final Ffmpeg ffmpeg;
  private final Path directory;
  private final List<String> warnings;

  Sources(ArtifactStore store, Ffmpeg ffmpeg, Path directory, List<String> warnings) {
    this.store = store;
    this.ffmpeg = ffmpeg;
    this.directory = directory;
    this.warnings = warnings;
  }

  /** The files, in order of capture; a track without a packet has none. Blocks. */
  List<MediaFile> files(List<CapturedTrack> tracks, FileNames names) throws IOException {
    List<TrackScan> scans = new ArrayList<>();
    List<MediaFile> browser = new ArrayList<>();
    BrowserFiles muxed = new BrowserFiles(store, ffmpeg, directory);
    for (CapturedTrack track : tracks) {
      if (track.tapped()) {
        TrackScan.of(store, track).ifPresent(scans::add);
        continue;
      }
      try {
        Optional<MediaFile> file = muxed.write(track, names);
        file.ifPresent(browser::add);
      } catch (FfmpegException e) {
        warnings.add("track " + track.id().number() + " could not be read: " + e.getMessage());
      }
    }
    List<MediaFile> files =
        new ArrayList<>(new ParticipantFiles(store, directory).write(FilePlan.of(scans, names)));
    files.addAll(browser);
    return MediaFile.distinct(files);
  }
}
