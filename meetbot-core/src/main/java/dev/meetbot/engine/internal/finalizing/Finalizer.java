package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finalizes recordings: reads what the bot captured under {@code <tenant>/<jobId>/capture/}, writes
 * the files of the contract beside it, the manifest last, and deletes the capture when the manifest
 * is safe. Thread-safe; each job by one caller at a time.
 */
public final class Finalizer implements AutoCloseable {
  private final ArtifactStore store;
  private final FinalizerSettings settings;
  private final Ffmpeg ffmpeg;
  private volatile boolean closed;

  /** The store stays the caller's. */
  public Finalizer(ArtifactStore store, FinalizerSettings settings) {
    this.store = store;
    this.settings = settings;
    this.ffmpeg = new Ffmpeg(settings);
  }

  /**
   * Finalizes a job; blocks for a fraction of the recording's duration. After a crash a second call
   * does it all again with the same result; after a success it returns what the first one made.
   *
   * <p>What cannot be made (no ffmpeg, a file that nothing can decode) becomes a warning; what was
   * captured is then kept under {@code capture/} besides.
   *
   * @throws InterruptedIOException when this finalizer was closed or the thread interrupted; no
   *     manifest is written then
   * @throws IOException when the store or the working directory fails; nothing captured is lost
   */
  public FinalizedRecording finish(FinalizeRequest request) throws IOException {
    Job job = request.job();
    ArtifactKey folder = new ArtifactKey(job.tenant().value()).resolve(job.id().value());
    ArtifactKey capture = folder.resolve("capture");
    Optional<FinalizedRecording> done = finished(folder, capture);
    if (done.isPresent()) {
      return done.get();
    }
    Files.createDirectories(settings.workDirectory());
    Path directory = settings.workDirectory().resolve("finalize-" + job.id().value());
    WorkDirectory.delete(directory);
    Files.createDirectories(directory);
    try {
      return make(request, folder, capture, directory);
    } finally {
      WorkDirectory.delete(directory);
    }
  }

  private FinalizedRecording make(
      FinalizeRequest request, ArtifactKey folder, ArtifactKey capture, Path directory)
      throws IOException {
    List<String> warnings = new ArrayList<>();
    Publisher publisher = new Publisher(store, folder);
    CapturedMeeting meeting = CaptureArchive.read(store, capture).orElse(null);
    if (meeting != null) {
      meeting = media(request, meeting, directory, publisher, warnings);
    }
    if (closed || Thread.currentThread().isInterrupted()) {
      // What was stopped half-way is no fault of the recording: somebody makes it again.
      throw new InterruptedIOException("finalizing was stopped");
    }
    publisher.existing("evidence", "evidence");
    String text = ManifestWriter.write(request, meeting, publisher.files(), warnings);
    ArtifactKey manifest = publisher.manifest(text);
    if (warnings.isEmpty()) {
      store.delete(capture);
    }
    return FinishedManifest.read(manifest, text);
  }

  private CapturedMeeting media(
      FinalizeRequest request,
      CapturedMeeting logged,
      Path directory,
      Publisher publisher,
      List<String> warnings)
      throws IOException {
    CapturedMeeting bound = SourceBinder.bind(logged);
    Sources sources = new Sources(store, ffmpeg, directory, FileNames.of(bound.people()), warnings);
    List<TrackScan> scans = sources.scan(bound.tracks());
    MixTracks mix = MixTracks.of(bound, scans);
    List<MediaFile> received = sources.files(bound.tracks(), scans, mix);
    long end = received.stream().mapToLong(f -> f.span().endMs()).max().orElse(0);
    CapturedMeeting meeting = bound.lasting(end).and(mix.events());
    List<Timeline.Segment> timeline = Timeline.of(meeting, mix);
    List<MediaFile> files = new ArrayList<>(received);
    files.addAll(sources.cuts(new MixCuts(meeting, mix, scans).of(timeline)));
    files = MediaFile.distinct(files);
    new MediaStep(
            request.job().spec().recording(),
            meeting,
            files,
            ffmpeg,
            directory,
            publisher,
            warnings)
        .run(timeline);
    String lines = "application/jsonl";
    String json = "application/json";
    if (request.job().spec().recording().captions()) {
      publisher.text(TextFiles.captions(meeting.captions()), "captions.jsonl", "captions", lines);
    }
    if (request.job().spec().recording().chat()) {
      publisher.text(TextFiles.chat(meeting.chat()), "chat.jsonl", "chat", lines);
    }
    publisher.text(
        TextFiles.participants(meeting.people()), "participants.json", "participants", json);
    publisher.text(TextFiles.timeline(timeline), "timeline.json", "timeline", json);
    publisher.text(TextFiles.events(meeting.events()), "events.jsonl", "events", lines);
    return meeting;
  }

  /** What an earlier run made, when it came as far as the manifest; its tidying up is completed. */
  private Optional<FinalizedRecording> finished(ArtifactKey folder, ArtifactKey capture)
      throws IOException {
    ArtifactKey key = folder.resolve("manifest.json");
    if (store.list(key).stream().noneMatch(i -> i.key().equals(key) && i.committed())) {
      return Optional.empty();
    }
    Optional<ArtifactContent> content = store.read(key, ByteRange.ALL);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (ArtifactContent bytes = content.get()) {
      FinalizedRecording made = FinishedManifest.read(key, bytes.stream());
      if (made.warnings().isEmpty()) {
        store.delete(capture);
      }
      return Optional.of(made);
    }
  }

  /** Ends what still runs; calls in progress fail. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    ffmpeg.close();
  }
}
