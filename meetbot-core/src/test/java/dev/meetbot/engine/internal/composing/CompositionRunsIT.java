package dev.meetbot.engine.internal.composing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.composing.CompositionState.Phase;
import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.engine.internal.finalizing.FinalizerSettings;
import dev.meetbot.engine.internal.finalizing.Recomposer;
import dev.meetbot.model.JobId;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.tck.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compositions from asking to the end, with real videos of a second. */
class CompositionRunsIT {
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final TenantId ACME = new TenantId("acme");
  private static final JobId JOB = new JobId("job-1");
  private static final ArtifactKey FOLDER = new ArtifactKey("acme/job-1");
  private static final ComposedView VIEW = new ComposedView(RecordingSpec.Layout.GALLERY, 320, 180);

  @TempDir Path temp;
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryArtifactStore artifacts =
      new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE);
  private final CompositionQueue queue = new CompositionQueue(new MemoryStorage().records());
  private final Semaphore permits = new Semaphore(1);

  @BeforeEach
  void finalizedJob() throws Exception {
    Path video = temp.resolve("video.webm");
    Process made =
        new ProcessBuilder(
                "ffmpeg",
                "-nostdin",
                "-y",
                "-v",
                "error",
                "-f",
                "lavfi",
                "-i",
                "color=red:size=320x180:rate=15:d=1",
                "-c:v",
                "libvpx",
                "-deadline",
                "realtime",
                video.toString())
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    put("video.ann.webm", Files.readAllBytes(video));
    put("timeline.json", "{\"version\":1,\"segments\":[]}");
    put(
        "participants.json",
        "{\"version\":1,\"participants\":[{\"id\":\"a\",\"name\":\"Ann\",\"presence\":[]}]}");
    put(
        "manifest.json",
        """
        {"version":1,"recording":{"durationMs":1000},"files":[{"name":"video.ann.webm",
        "kind":"participant_video","durationMs":1000,"startOffsetMs":0,"speakerId":"a"}]}""");
  }

  private void put(String name, String text) throws IOException {
    put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void put(String name, byte[] bytes) throws IOException {
    try (ArtifactWriter writer = artifacts.open(FOLDER.resolve(name), "application/json")) {
      writer.append(bytes, 0, bytes.length);
      writer.commit();
    }
  }

  private String text(String name) throws IOException {
    try (ArtifactContent content =
        artifacts.read(FOLDER.resolve(name), ByteRange.ALL).orElseThrow()) {
      return new String(content.stream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Recomposer recomposer(String ffmpeg) {
    return new Recomposer(
        artifacts, new FinalizerSettings(temp.resolve("work"), ffmpeg, "ffprobe", true));
  }

  private CompositionRuns runs(Recomposer recomposer) {
    return new CompositionRuns(queue, recomposer, artifacts, permits, LEASE, clock);
  }

  private Phase phase() {
    return queue.find(ACME, JOB, VIEW, clock.instant()).orElseThrow().phase();
  }

  @Test
  void itIsMadeOnceAndListed() throws Exception {
    queue.add(ACME, JOB, VIEW, clock.instant());
    try (CompositionRuns runs = runs(recomposer("ffmpeg"))) {
      permits.acquire();
      runs.pass();
      assertThat(phase()).as("finalizing comes first").isEqualTo(Phase.QUEUED);
      permits.release();
      runs.pass();
      assertThat(phase()).isEqualTo(Phase.DONE);
      assertThat(text("manifest.json")).contains("composition.gallery.320x180.webm");
      String before = text("manifest.json");
      assertThat(queue.add(ACME, JOB, VIEW, clock.instant()).phase()).isEqualTo(Phase.DONE);
      artifacts.delete(FOLDER.resolve(VIEW.fileName()));
      runs.pass();
      assertThat(artifacts.read(FOLDER.resolve(VIEW.fileName()), ByteRange.ALL)).isEmpty();
      assertThat(text("manifest.json")).isEqualTo(before);
    }
    assertThat(permits.availablePermits()).isEqualTo(1);
  }

  @Test
  void anotherEngineMakesItWhenTheFirstWasLost() throws Exception {
    queue.add(ACME, JOB, VIEW, clock.instant());
    String key = queue.waiting(null, clock.instant()).get(0);
    assertThat(queue.take(key, LEASE, clock.instant())).isPresent();
    try (CompositionRuns runs = runs(recomposer("ffmpeg"))) {
      runs.pass();
      assertThat(phase()).isEqualTo(Phase.RUNNING);
      clock.elapse(LEASE);
      runs.pass();
      assertThat(phase()).isEqualTo(Phase.DONE);
    }
  }

  @Test
  void itIsGivenUpAfterThreeTriesAndTheManifestStays() throws Exception {
    String before = text("manifest.json");
    queue.add(ACME, JOB, VIEW, clock.instant());
    try (CompositionRuns runs = runs(recomposer("no-such-program"))) {
      for (int i = 0; i < 3; i++) {
        assertThat(phase()).isEqualTo(Phase.QUEUED);
        runs.pass();
        clock.elapse(Duration.ofMinutes(5));
      }
    }
    assertThat(phase()).isEqualTo(Phase.FAILED);
    assertThat(queue.find(ACME, JOB, VIEW, clock.instant()).orElseThrow().error())
        .contains("no-such-program");
    assertThat(queue.waiting(null, clock.instant())).isEmpty();
    assertThat(text("manifest.json")).isEqualTo(before);
  }

  @Test
  void whoStopsGivesItBack() throws Exception {
    queue.add(ACME, JOB, VIEW, clock.instant());
    Recomposer stopped = recomposer("ffmpeg");
    CompositionRuns runs = runs(stopped);
    stopped.close();
    runs.pass();
    CompositionState state = queue.find(ACME, JOB, VIEW, clock.instant()).orElseThrow();
    assertThat(state.phase()).isEqualTo(Phase.QUEUED);
    assertThat(state.tries()).isZero();
  }

  @Test
  void aLateCompositionDoesNotUndoAnErasure() throws Exception {
    queue.add(ACME, JOB, VIEW, clock.instant());
    String key = queue.waiting(null, clock.instant()).get(0);
    Claim claim =
        new Claim(queue, queue.take(key, LEASE, clock.instant()).orElseThrow(), LEASE, clock);
    new CompositionErasure(queue, artifacts, clock).erase(ACME, JOB);
    finalizedJob();
    try (Recomposer recomposer = recomposer("ffmpeg")) {
      assertThat(recomposer.compose(FOLDER, VIEW, claim)).isFalse();
    }
    assertThat(text("manifest.json")).doesNotContain(VIEW.fileName());
  }

  @Test
  void whatIsPublishedAfterAnErasureIsDeletedAgain() throws Exception {
    queue.add(ACME, JOB, VIEW, clock.instant());
    CompositionErasure erasure = new CompositionErasure(queue, artifacts, clock);
    ArtifactStore erasing =
        new ErasingStore(
            artifacts,
            key -> {
              if (key.path().endsWith(VIEW.fileName())) {
                erasure.erase(ACME, JOB);
              }
            });
    Recomposer recomposer =
        new Recomposer(
            erasing, new FinalizerSettings(temp.resolve("work"), "ffmpeg", "ffprobe", true));
    try (CompositionRuns runs = runs(recomposer)) {
      runs.pass();
    }
    assertThat(artifacts.list(FOLDER)).isEmpty();
    assertThat(queue.find(ACME, JOB, VIEW, clock.instant())).isEmpty();
  }
}
