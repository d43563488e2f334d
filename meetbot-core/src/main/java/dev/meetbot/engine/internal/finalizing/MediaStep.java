package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.AudioMix.Input;
import dev.meetbot.engine.internal.finalizing.ManifestFile.About;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.StoreFullException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes and publishes the media files that a job asked for. Used by one thread. */
final class MediaStep {
  private final RecordingSpec spec;
  private final CapturedMeeting meeting;
  private final List<MediaFile> files;
  private final Ffmpeg ffmpeg;
  private final Path directory;
  private final Publisher publisher;
  private final List<String> warnings;

  /**
   * @param warnings takes a sentence for each thing that could not be made
   */
  MediaStep(
      RecordingSpec spec,
      CapturedMeeting meeting,
      List<MediaFile> files,
      Ffmpeg ffmpeg,
      Path directory,
      Publisher publisher,
      List<String> warnings) {
    this.spec = spec;
    this.meeting = meeting;
    this.files = files;
    this.ffmpeg = ffmpeg;
    this.directory = directory;
    this.publisher = publisher;
    this.warnings = warnings;
  }

  /** Publishes everything. Blocks. */
  void run(List<Timeline.Segment> timeline) throws IOException {
    for (MediaFile file : files) {
      if (wanted(file)) {
        publisher.file(
            file.path(), file.name(), file.kind().wireName(), file.mediaType(), about(file));
      }
    }
    Path mix = null;
    if (spec.audio() != RecordingSpec.Audio.NONE) {
      mix = mix().orElse(null);
    }
    if (spec.video() == RecordingSpec.Video.COMPOSED) {
      compose(timeline, mix);
    }
  }

  private boolean wanted(MediaFile file) {
    return switch (file.kind()) {
      case AUDIO, SCREEN_AUDIO -> spec.audio() == RecordingSpec.Audio.PER_SPEAKER;
      case PARTICIPANT_VIDEO, SCREEN_VIDEO ->
          spec.video() == RecordingSpec.Video.COMPOSED
              || spec.video() == RecordingSpec.Video.PARTICIPANTS;
      case MIX -> false;
      case TAB_VIDEO -> spec.video() != RecordingSpec.Video.NONE;
    };
  }

  private About about(MediaFile file) {
    CapturedTrack track = file.track();
    if (file.kind() == MediaKind.TAB_VIDEO) {
      return new About(file.span(), null, null, track.method(), false);
    }
    String id = track.owner() == null ? null : track.owner().participantId();
    String name = id == null ? "unknown" : meeting.person(id).map(Person::name).orElse("");
    return new About(file.span(), id, name, track.method(), MixCuts.made(track));
  }

  private Optional<Path> mix() throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (MediaFile file : files) {
      if (file.kind().audio() && !MixCuts.made(file.track())) {
        inputs.add(new Input(file.path(), file.span().startMs()));
      }
    }
    if (inputs.isEmpty()) {
      // A page that decodes by itself gives no tracks: the tab's own sound is all there is.
      for (MediaFile file : files) {
        if (file.kind() == MediaKind.TAB_VIDEO && hasSound(file)) {
          inputs.add(new Input(file.path(), file.span().startMs()));
        }
      }
    }
    if (inputs.isEmpty()) {
      return Optional.empty();
    }
    Path target = directory.resolve("mixed.webm");
    try {
      AudioMix.write(ffmpeg, inputs, meeting.durationMs(), directory, target);
    } catch (FfmpegException e) {
      warnings.add("the mixed sound could not be made: " + e.getMessage());
      return Optional.empty();
    }
    publisher.file(target, "audio.mixed.webm", "mixed_audio", "audio/webm", whole());
    return Optional.of(target);
  }

  private boolean hasSound(MediaFile file) throws IOException {
    return !ffmpeg
        .probe(
            List.of(
                "-select_streams",
                "a",
                "-show_entries",
                "stream=index",
                "-of",
                "csv=p=0",
                file.path().toString()),
            directory,
            AudioMix.limit(0))
        .isBlank();
  }

  private About whole() {
    return About.whole(meeting.durationMs());
  }

  private void compose(List<Timeline.Segment> timeline, @Nullable Path mix) throws IOException {
    List<MediaFile> videos =
        files.stream()
            .filter(
                f -> f.kind() == MediaKind.PARTICIPANT_VIDEO || f.kind() == MediaKind.SCREEN_VIDEO)
            .toList();
    boolean tab = files.stream().anyMatch(f -> f.kind() == MediaKind.TAB_VIDEO);
    if (meeting.durationMs() == 0 || files.isEmpty() || (tab && videos.isEmpty())) {
      return;
    }
    List<Cast> cast = Cast.of(meeting.people(), files);
    Map<String, String> names = new HashMap<>();
    cast.forEach(c -> names.put(c.who(), c.name()));
    List<Scene> scenes =
        Layout.scenes(spec.layout(), FrameSize.STANDARD, cast, timeline, meeting.durationMs());
    Path target = directory.resolve("composed.webm");
    try {
      new Composer(ffmpeg, directory, FrameSize.STANDARD).write(scenes, videos, names, mix, target);
    } catch (StoreFullException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target);
      warnings.add("the composed video could not be made: " + e.getMessage());
      return;
    }
    publisher.file(target, "video.webm", "video", "video/webm", whole());
  }
}
