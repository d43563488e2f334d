package dev.meetbot.engine;

import dev.meetbot.engine.internal.composing.CompositionErasure;
import dev.meetbot.engine.internal.composing.CompositionQueue;
import dev.meetbot.engine.internal.composing.CompositionState;
import dev.meetbot.engine.internal.finalizing.ComposedView;
import dev.meetbot.engine.internal.finalizing.Recomposer;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.storage.JobStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Further views of finished recordings. A request is stored before it is answered; some engine on
 * the same storage makes the view later, again after a crash, and gives it up after three tries.
 * Thread-safe.
 */
public final class Compositions {
  public static final int MIN_WIDTH = 160;
  public static final int MAX_WIDTH = 3840;
  public static final int MIN_HEIGHT = 90;
  public static final int MAX_HEIGHT = 2160;

  /** Of the picture, when a client does not say. */
  public static final int WIDTH = 1280;

  /** Of the picture, when a client does not say. */
  public static final int HEIGHT = 720;

  private final JobStore jobs;
  private final CompositionQueue queue;
  private final CompositionErasure erasure;
  private final Recomposer recomposer;
  private final Runnable wake;
  private final InstantSource clock;

  Compositions(
      JobStore jobs,
      CompositionQueue queue,
      CompositionErasure erasure,
      Recomposer recomposer,
      Runnable wake,
      InstantSource clock) {
    this.jobs = jobs;
    this.queue = queue;
    this.erasure = erasure;
    this.recomposer = recomposer;
    this.wake = wake;
    this.clock = clock;
  }

  /**
   * A view that was asked for.
   *
   * @param name the artifact that it becomes
   */
  public record Composition(JobId jobId, String name, Status status) {}

  /** How it stands with a view. */
  public enum Status {
    QUEUED,
    RUNNING,
    /** The artifact is there, and in the manifest. */
    DONE,
    /** Given up. */
    FAILED;

    /** The name on the wire. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Asks for a view of a job that has ended. Asking again for the same one tells how it stands and
   * does nothing else.
   *
   * @param width {@value #MIN_WIDTH} to {@value #MAX_WIDTH}, even
   * @param height {@value #MIN_HEIGHT} to {@value #MAX_HEIGHT}, even
   * @throws JobNotFoundException when the tenant has no such job
   * @throws RefusedException {@code INVALID_STATE} when the job has not ended, or keeps nothing to
   *     make a view of
   * @throws IllegalArgumentException when the picture cannot have that size
   * @throws IOException when what the job keeps cannot be read
   */
  public Composition request(
      TenantId tenant, JobId id, RecordingSpec.Layout layout, int width, int height)
      throws IOException {
    if (width < MIN_WIDTH || width > MAX_WIDTH || height < MIN_HEIGHT || height > MAX_HEIGHT) {
      throw new IllegalArgumentException("no size for a view: " + width + "x" + height);
    }
    ComposedView view = new ComposedView(layout, width, height);
    Job job =
        jobs.find(id)
            .filter(found -> found.tenant().equals(tenant))
            .orElseThrow(() -> new JobNotFoundException(id));
    if (!job.status().terminal()) {
      throw refused(job, "it is " + job.status().wireName() + ", and its recording not complete");
    }
    Optional<String> refusal =
        recomposer.refusal(new ArtifactKey(tenant.value()).resolve(id.value()));
    if (refusal.isPresent()) {
      throw refused(job, refusal.get());
    }
    Instant now = clock.instant();
    CompositionState state = queue.add(tenant, id, view, now);
    wake.run();
    return new Composition(id, view.fileName(), Status.valueOf(state.phase().name()));
  }

  /** Deletes all files of a job, also those that are being made. */
  void erase(TenantId tenant, JobId id) throws IOException {
    erasure.erase(tenant, id);
  }

  private static RefusedException refused(Job job, String why) {
    return new RefusedException(
        RefusedException.Reason.INVALID_STATE, "no view of job " + job.id() + ": " + why);
  }
}
