package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.engine.internal.finalizing.KeptRecording.Kept;
import dev.meetbot.engine.internal.finalizing.ManifestFile.About;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes another view of a finished recording out of the files that the job keeps: the videos of
 * cameras and screens, the mixed sound, who was there and who spoke. Thread-safe.
 */
public final class Recomposer implements AutoCloseable {
  private static final String KIND = "composition";

  private final ArtifactStore store;
  private final FinalizerSettings settings;
  private final Ffmpeg ffmpeg;
  private volatile boolean closed;

  /** The store stays the caller's. */
  public Recomposer(ArtifactStore store, FinalizerSettings settings) {
    this.store = store;
    this.settings = settings;
    this.ffmpeg = new Ffmpeg(settings);
  }

  /** Keeps others from changing the manifest at the same time. */
  public interface Turn {
    /** Waits for its turn; false when the view is not wanted any more. */
    boolean begin() throws IOException;

    /** Lets the next one go on. */
    void end();
  }

  /**
   * Why no view can be made of what the job keeps; empty when one can.
   *
   * @param folder of the job
   */
  public Optional<String> refusal(ArtifactKey folder) throws IOException {
    Optional<JsonObject> manifest = new KeptFiles(store, folder).manifest();
    if (manifest.isEmpty()) {
      return Optional.of("there is no manifest: nothing was recorded, or its files were deleted");
    }
    KeptRecording kept = KeptRecording.of(manifest.get());
    return kept.durationMs() == 0 || kept.videos().isEmpty()
        ? Optional.of("there are no videos of participants or screens to make a view of")
        : Optional.empty();
  }

  /**
   * Makes the view, publishes it and lists it in the manifest; blocks for a fraction of the
   * recording's duration. A second call does it again, in place of the first one's file.
   *
   * @return false when the turn says that it is not wanted any more; the file may be there then
   * @throws NotKeptException when the job keeps nothing to make it of, or not any more
   * @throws InterruptedIOException when this was closed
   */
  public boolean compose(ArtifactKey folder, ComposedView view, Turn turn) throws IOException {
    Files.createDirectories(settings.workDirectory());
    Path directory = Files.createTempDirectory(settings.workDirectory(), "compose-");
    try {
      KeptFiles files = new KeptFiles(store, folder);
      KeptRecording kept = KeptRecording.of(files.requireManifest());
      Path made = render(files, folder, kept, view, directory);
      files.requireManifest();
      Publisher publisher = new Publisher(store, folder);
      About about = About.whole(kept.durationMs());
      publisher.file(made, view.fileName(), KIND, "video/webm", about);
      return list(files, publisher, turn);
    } catch (IOException e) {
      throw closed ? stopped(e) : e;
    } finally {
      WorkDirectory.delete(directory);
    }
  }

  private static boolean list(KeptFiles files, Publisher publisher, Turn turn) throws IOException {
    if (!turn.begin()) {
      return false;
    }
    try {
      publisher.manifest(ManifestEdit.with(files.requireManifest(), publisher.files().get(0)));
      return true;
    } finally {
      turn.end();
    }
  }

  private Path render(
      KeptFiles files, ArtifactKey folder, KeptRecording kept, ComposedView view, Path directory)
      throws IOException {
    List<MediaFile> videos = videos(files, folder, kept, directory);
    if (videos.isEmpty() || kept.durationMs() == 0) {
      throw new NotKeptException("there are no videos to make a view of");
    }
    List<Person> people;
    List<Timeline.Segment> timeline;
    try {
      people = kept.people(files.require("participants.json"));
      timeline = KeptRecording.timeline(files.require("timeline.json"));
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new IOException("who was there and who spoke cannot be read", e);
    }
    FrameSize size = new FrameSize(view.width(), view.height());
    List<Cast> cast = Cast.of(people, videos);
    Map<String, String> names = new HashMap<>();
    cast.forEach(c -> names.put(c.who(), c.name()));
    List<Scene> scenes = Layout.scenes(view.layout(), size, cast, timeline, kept.durationMs());
    Path target = directory.resolve("composed.webm");
    Path sound = sound(files, kept, directory);
    check();
    new Composer(ffmpeg, directory, size).write(scenes, videos, names, sound, target);
    check();
    return target;
  }

  private void check() throws InterruptedIOException {
    if (closed || Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("composing was stopped");
    }
  }

  private List<MediaFile> videos(
      KeptFiles files, ArtifactKey folder, KeptRecording kept, Path directory) throws IOException {
    KeptVideos probe = new KeptVideos(ffmpeg, directory);
    List<MediaFile> videos = new ArrayList<>();
    for (Kept one : kept.videos()) {
      Path copy = directory.resolve("source" + videos.size());
      files.copy(one.name(), copy);
      videos.add(probe.describe(one, folder.resolve(one.name()), videos.size(), copy));
    }
    return videos;
  }

  private static @Nullable Path sound(KeptFiles files, KeptRecording kept, Path directory)
      throws IOException {
    Optional<Kept> mix = kept.mix();
    if (mix.isEmpty()) {
      return null;
    }
    Path copy = directory.resolve("sound.webm");
    files.copy(mix.get().name(), copy);
    return copy;
  }

  private static IOException stopped(IOException cause) {
    IOException stopped = new InterruptedIOException("composing was stopped");
    stopped.initCause(cause);
    return stopped;
  }

  /** Ends what still runs; calls in progress fail. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    ffmpeg.close();
  }
}
