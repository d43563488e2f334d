package dev.meetbot.engine;

import dev.meetbot.engine.internal.entry.PasscodeSeal;
import dev.meetbot.engine.internal.ingest.IngestDesk;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's side of bots that run in processes of their own: hands jobs out, takes reports and
 * files in. Thread-safe.
 */
public final class Ingest {
  private static final int CHUNK = 1 << 16;

  private final IngestDesk desk;
  private final ArtifactStore artifacts;
  private final PasscodeSeal passcodes;

  Ingest(IngestDesk desk, ArtifactStore artifacts, PasscodeSeal passcodes) {
    this.desk = desk;
    this.artifacts = artifacts;
    this.passcodes = passcodes;
  }

  /**
   * Takes a report in. The same report again changes nothing, and so does one that is older than
   * what the server knows.
   *
   * @throws JobNotFoundException when there is no such job
   */
  public IngestReceipt report(IngestReport report) {
    return desk.receive(report);
  }

  /**
   * Leases jobs to a worker; a second call gives others.
   *
   * @param limit how many at most
   * @param leftBehind whether those that another worker left behind are wanted, instead of due ones
   */
  public List<Job> claim(WorkerId worker, int limit, boolean leftBehind) {
    return desk.claim(worker, limit, leftBehind);
  }

  /**
   * The passcode of a job's meeting in clear, for nobody but the worker that got the job; null when
   * the client gave none.
   */
  public @Nullable String passcode(Job job) {
    return passcodes.open(job.spec().join());
  }

  /** The job, when the worker holds its lease. */
  public Optional<Job> held(JobId id, WorkerId worker) {
    return desk.held(id, worker);
  }

  /**
   * Stores a file of a job, or replaces the one of that name. A transfer that breaks off leaves
   * nothing behind.
   *
   * @throws JobNotFoundException when the worker does not hold such a job
   * @throws IllegalArgumentException when that is no name of an artifact
   */
  public void store(JobId id, WorkerId worker, String name, String mediaType, InputStream body)
      throws IOException {
    Job job = held(id, worker).orElseThrow(() -> new JobNotFoundException(id));
    ArtifactKey key = new ArtifactKey(job.tenant() + "/" + job.id() + "/" + name);
    try (ArtifactWriter writer = artifacts.open(key, mediaType)) {
      try {
        byte[] chunk = new byte[CHUNK];
        for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
          writer.append(chunk, 0, n);
        }
        writer.commit();
      } catch (IOException | RuntimeException e) {
        writer.abort();
        throw e;
      }
    }
  }
}
