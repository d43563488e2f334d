package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.host.JvmThreads;
import dev.meetbot.engine.internal.host.Programs;
import dev.meetbot.engine.internal.host.RecordHandles;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.StorageProvider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * The whole of meetbot for an embedding host: takes requests, sends bots into meetings, records,
 * finalizes and delivers webhooks. Explicitly put together by {@link #builder()}, then {@link
 * #start()}ed and {@link #close()}d. Thread-safe. Several engines may live in one JVM.
 */
public final class MeetbotEngine implements AutoCloseable {
  private static final Logger LOG = System.getLogger(MeetbotEngine.class.getName());
  private static final Duration HAND_OVER = Duration.ofSeconds(10);

  private final Wiring parts;
  private final StorageProvider storage;
  private final AtomicBoolean closed = new AtomicBoolean();

  MeetbotEngine(Wiring parts) {
    this.parts = parts;
    this.storage = parts.storage;
  }

  /** Puts an engine together. */
  public static MeetbotEngineBuilder builder() {
    return new MeetbotEngineBuilder();
  }

  /**
   * How an engine of that key seals passcodes, for a storage whose jobs come from elsewhere.
   *
   * @param masterKey 32 bytes
   */
  public static UnaryOperator<String> sealer(byte[] masterKey) {
    return new SecretBox(masterKey, new SecureRandom())::seal;
  }

  /** Starts working; called once. */
  public void start() {
    parts.machinery.start();
    parts.dispatcher.start();
  }

  /** Makes the first tenant and its key when the storage has none; called after the start. */
  public Optional<FirstKey> firstStart() {
    return parts.access.firstStart();
  }

  /** Who presents that key; empty when it is malformed, unknown, expired or revoked. */
  public Optional<Caller> authenticate(String presentedKey) {
    return parts.access.authenticate(presentedKey);
  }

  /** The server's side of bots that run in processes of their own. */
  public Ingest ingest() {
    return parts.ingest;
  }

  /** Where calendar invites are taken. */
  public CalendarIntake calendarIntake() {
    return parts.calendar;
  }

  /**
   * Creates a job, or finds the one that the tenant created before under the same external id.
   *
   * @throws InvalidJobException with everything that is wrong with the request
   * @throws RefusedException {@code QUOTA_EXCEEDED} when the tenant's credit is used up, or the job
   *     is for now and the tenant's bots are at its limit; {@code AT_CAPACITY} when the engine is
   *     closed, or too many bots wait for a place already
   */
  public Creation create(TenantId tenant, JobRequest request) {
    return parts.newJobs.create(tenant, request);
  }

  /**
   * Creates a job for the caller's tenant, as {@link #create(TenantId, JobRequest)} does.
   *
   * @throws RefusedException {@code FORBIDDEN} when a key of scope TEST asks for a meeting outside
   *     of the built-in room
   */
  public Creation create(Caller caller, JobRequest request) {
    return parts.newJobs.create(caller, request);
  }

  /** The tenant's job of that id. */
  public Optional<Job> find(TenantId tenant, JobId id) {
    return storage.jobs().find(id).filter(job -> job.tenant().equals(tenant));
  }

  /** A page of the tenant's jobs, newest first. */
  public JobPage list(JobQuery query) {
    return storage.jobs().list(query);
  }

  /**
   * Cancels a job: one that has not joined ends at once, one in a call leaves and keeps what was
   * recorded. A second call does nothing, while the bot is leaving and after that: who did not hear
   * the first answer may ask again.
   *
   * @throws JobNotFoundException when the tenant has no such job
   * @throws JobFinishedException when it has completed or failed already
   */
  public Job cancel(TenantId tenant, JobId id) {
    Job job = find(tenant, id).orElseThrow(() -> new JobNotFoundException(id));
    if (job.status() == JobStatus.CANCELLED) {
      return job;
    }
    if (job.status().terminal()) {
      throw new JobFinishedException(id, job.status());
    }
    try {
      return parts.transitions.apply(id, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    } catch (IllegalTransitionException e) {
      if (e.from() == JobStatus.FINALIZING) {
        return job; // it has left already
      }
      throw e;
    }
  }

  /** What clients may ask of running bots. */
  public BotVerbs verbs() {
    return parts.verbs;
  }

  /**
   * The bytes of a job's artifact, or a part of them; empty when there is none of that name. The
   * caller closes it.
   *
   * @param name below the job, for example {@code manifest.json} or {@code evidence/page.json}
   * @throws JobNotFoundException when the tenant has no such job
   */
  public Optional<ArtifactContent> artifact(TenantId tenant, JobId id, String name, ByteRange range)
      throws IOException {
    Job job = find(tenant, id).orElseThrow(() -> new JobNotFoundException(id));
    ArtifactKey key;
    try {
      key = new ArtifactKey(job.tenant() + "/" + job.id() + "/" + name);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return parts.artifacts.read(key, range);
  }

  /** Webhooks that were sent, or are to be. */
  public Deliveries deliveries() {
    return parts.deliveries;
  }

  /**
   * Deletes all files of a job that has ended; a second call does nothing.
   *
   * @throws JobNotFoundException when the tenant has no such job
   * @throws RefusedException {@code INVALID_STATE} when it has not ended
   */
  public void deleteArtifacts(TenantId tenant, JobId id) throws IOException {
    Job job = find(tenant, id).orElseThrow(() -> new JobNotFoundException(id));
    if (!job.status().terminal() || parts.fleet.runs(running -> running.id().equals(id))) {
      throw new RefusedException(
          RefusedException.Reason.INVALID_STATE,
          "job " + id + " is " + job.status().wireName() + ": its files are still being written");
    }
    parts.compositions.erase(tenant, id);
  }

  /** Further views of finished recordings. */
  public Compositions compositions() {
    return parts.compositions;
  }

  /** Signed-in accounts for bots. */
  public Identities identities() {
    return parts.entry.identities;
  }

  /** Tenants and keys. */
  public Accounts accounts() {
    return parts.accounts;
  }

  /** Answers that are given again to a repeated request. */
  public Idempotency idempotency() {
    return parts.idempotency;
  }

  /** How many requests each caller may still send. */
  public RateLimits rateLimits() {
    return parts.rateLimits;
  }

  /** How a program gets a key that a person approves. */
  public DeviceLogin deviceLogin() {
    return parts.deviceLogin;
  }

  /** What tenants have left, and how more comes in. */
  public Credit credit() {
    return parts.credit;
  }

  /** What monitoring asks for. */
  public Metrics metrics() {
    return new Metrics(parts.metrics);
  }

  /** The engine, its machine and its work as they are now. */
  public HostView hostView() {
    return parts.host.look(readiness());
  }

  /** Whether everything that the engine needs answers now. */
  public Readiness readiness() {
    BrowserHealth health = parts.browser.health();
    return new Readiness(
        text(storage::ping),
        text(parts.artifacts::ping),
        health.ready() ? Readiness.OK : health.detail(),
        Programs.missing(parts.settings.ffmpeg(), System.getenv("PATH")).orElse(Readiness.OK));
  }

  /**
   * Drains: takes on nothing more, lets running bots go on for {@link EngineSettings#drainTimeout},
   * then has them store what they recorded and hand over; closes the providers. A second call does
   * nothing. Afterwards nothing in the JVM holds the engine's class loader.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    parts.newJobs.close();
    parts.machinery.stop("meetbot-claims");
    parts.compositionRuns.close();
    boolean drained = parts.fleet.drain(parts.settings.drainTimeout());
    parts.finalizer.close();
    if (!drained) {
      parts.fleet.handOver(HAND_OVER);
    }
    parts.machinery.close();
    parts.node.leave();
    parts.dispatcher.close();
    parts.browser.close();
    parts.webhooks.close();
    parts.entry.waysIn.close();
    parts.artifacts.close();
    storage.close();
    releaseClasses();
  }

  /** For a web application that is undeployed: the JVM goes on, and must not keep it. */
  private static void releaseClasses() {
    JvmThreads.release(MeetbotEngine.class.getClassLoader());
    try {
      RecordHandles.release();
    } catch (IllegalStateException e) {
      LOG.log(Level.DEBUG, "left as they are", e);
    }
  }

  private interface Ping {
    void run() throws IOException;
  }

  private static String text(Ping ping) {
    try {
      ping.run();
      return Readiness.OK;
    } catch (IOException | RuntimeException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
