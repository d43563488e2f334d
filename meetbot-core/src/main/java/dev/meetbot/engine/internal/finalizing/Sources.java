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
  private final FileNames names;
  private final CutFiles cutFiles;
  private final List<String> warnings;

  Sources(
      ArtifactStore store, Ffmpeg ffmpeg, Path directory, FileNames names, List<String> warnings) {
    this.store = store;
    this.ffmpeg = ffmpeg;
    this.directory = directory;
    this.names = names;
    this.cutFiles = new CutFiles(store, directory);
    this.warnings = warnings;
  }

  /** Reads the tracks that are taken packet by packet; one without a packet is left out. Blocks. */
  List<TrackScan> scan(List<CapturedTrack> tracks) throws IOException {
    List<TrackScan> scans = new ArrayList<>();
    for (CapturedTrack track : tracks) {
      if (track.inPackets()) {
        TrackScan.of(store, track).ifPresent(scans::add);
      }
    }
    return List.copyOf(scans);
  }

  /** The files of what was received, in order of capture. Blocks. */
  List<MediaFile> files(List<CapturedTrack> tracks, List<TrackScan> scans, MixTracks mix)
      throws IOException {
    List<TrackScan> own =
        scans.stream().filter(s -> !s.track().contributing() && !s.track().mix()).toList();
    List<MediaFile> files =
        new ArrayList<>(new ParticipantFiles(store, directory).write(FilePlan.of(own, names)));
    files.addAll(cutFiles.write(CutPlan.contributing(scans, names)));
    files.addAll(cutFiles.write(CutPlan.mixes(scans, mix)));
    files.addAll(browserFiles(tracks));
    return List.copyOf(files);
  }

  /** The files that are cut out of others. Blocks. */
  List<MediaFile> cuts(List<CutPlan> plans) throws IOException {
    return cutFiles.write(plans);
  }

  private List<MediaFile> browserFiles(List<CapturedTrack> tracks) throws IOException {
    List<MediaFile> files = new ArrayList<>();
    BrowserFiles muxed = new BrowserFiles(store, ffmpeg, directory);
    for (CapturedTrack track : tracks) {
      if (track.inPackets()) {
        continue;
      }
      try {
        Optional<MediaFile> file = muxed.write(track, names);
        file.ifPresent(files::add);
      } catch (FfmpegException e) {
        warnings.add("track " + track.id().number() + " could not be read: " + e.getMessage());
      }
    }
    return files;
  }
}
