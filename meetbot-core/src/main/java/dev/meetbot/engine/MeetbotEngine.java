package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.Access;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.finalizing.Finalizer;
import dev.meetbot.engine.internal.finalizing.FinalizerSettings;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.watch.BotVendors;
import dev.meetbot.engine.internal.webhook.OutboxDispatcher;
import dev.meetbot.engine.internal.webhook.RetrySchedule;
import dev.meetbot.engine.internal.worker.BotParts;
import dev.meetbot.engine.internal.worker.Finishing;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.engine.internal.worker.Ticker;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.artifact.ArtifactContent;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ByteRange;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserHealth;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The whole of meetbot for an embedding host: takes requests, sends bots into meetings, records,
 * finalizes and delivers webhooks. Explicitly put together by {@link #builder()}, then {@link
 * #start()}ed and {@link #close()}d. Thread-safe. Several engines may live in one JVM.
 */
public final class MeetbotEngine implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration HAND_OVER = Duration.ofSeconds(10);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  /** Messages of this engine wake the senders; only retries and other workers' wait for it. */
  private static final Duration SENDER_POLL = Duration.ofSeconds(2);

  private static final int SENDERS = 4;

  private final StorageProvider storage;
  private final ArtifactStore artifacts;
  private final BrowserDriver browser;
  private final WebhookTransport webhooks;
  private final EngineSettings settings;
  private final InstantSource clock;
  private final Access access;
  private final JobRequestCheck check;
  private final JobTransitions transitions;
  private final Finalizer finalizer;
  private final Fleet fleet;
  private final List<Ticker> tickers = new ArrayList<>();
  private final List<Ticker> senders = new ArrayList<>();
  private final Ticker claims;
  private final AtomicBoolean closed = new AtomicBoolean();

  MeetbotEngine(MeetbotEngineBuilder parts) {
    storage = MeetbotEngineBuilder.required(parts.storage, "a storage");
    artifacts = MeetbotEngineBuilder.required(parts.artifacts, "an artifact store");
    browser = MeetbotEngineBuilder.required(parts.browser, "a browser driver");
    webhooks = MeetbotEngineBuilder.required(parts.webhooks, "a webhook transport");
    byte[] masterKey = MeetbotEngineBuilder.required(parts.masterKey, "a master key");
    storage.migrate();
    settings = parts.settings;
    clock = parts.clock;
    SecureRandom random = new SecureRandom();
    access = new Access(storage.tenants(), new SecretBox(masterKey, random), random, clock);
    check = new JobRequestCheck(List.copyOf(parts.platforms), settings.plainHttpHosts());
    JobLifecycle lifecycle = new JobLifecycle(settings.maxAttempts(), RETRY_DELAY);
    List<EngineListener> listeners = new ArrayList<>(parts.listeners);
    listeners.add(this::changed);
    transitions = new JobTransitions(storage.jobs(), lifecycle, clock, listeners);
    WorkerId worker = new WorkerId("worker-" + UuidCreator.getTimeOrderedEpoch());
    finalizer = new Finalizer(artifacts, finalizerSettings(settings));
    BotParts bot =
        new BotParts(
            settings,
            lifecycle,
            transitions,
            browser,
            List.copyOf(parts.platforms),
            artifacts,
            new Finishing(finalizer, new Semaphore(1), settings.publicUrl()),
            BotVendors.builtIn(),
            clock);
    fleet = new Fleet(storage.jobs(), bot, worker, threads("meetbot-bot"));
    claims = ticker("meetbot-claims", POLL, fleet::claim);
    tickers.add(claims);
    tickers.add(ticker("meetbot-heartbeat", settings.heartbeatInterval(), fleet::heartbeat));
    OutboxDispatcher dispatcher =
        new OutboxDispatcher(
            storage.outbox(),
            webhooks,
            access,
            new RetrySchedule(settings.webhookRetryDelays(), random),
            clock,
            worker,
            settings.webhookTimeout());
    ThreadFactory senderThreads = threads("meetbot-webhooks");
    for (int i = 0; i < SENDERS; i++) {
      senders.add(new Ticker(SENDER_POLL, dispatcher::pass, senderThreads));
    }
  }

  /** Puts an engine together. */
  public static MeetbotEngineBuilder builder() {
    return new MeetbotEngineBuilder();
  }

  /** Starts working; called once. */
  public void start() {
    tickers.forEach(Ticker::start);
    senders.forEach(Ticker::start);
  }

  /** Makes the first tenant and its key when the storage has none; called after the start. */
  public Optional<FirstKey> firstStart() {
    return access.firstStart();
  }

  /** The owner of that key; empty when it is malformed, unknown, expired or revoked. */
  public Optional<TenantId> authenticate(String presentedKey) {
    return access.authenticate(presentedKey);
  }

  /**
   * Creates a job, or finds the one that the tenant created before under the same external id.
   *
   * @throws InvalidJobException with everything that is wrong with the request
   */
  public Creation create(TenantId tenant, JobRequest request) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    JobSpec spec = check.check(request, now);
    Optional<Job> known = storage.jobs().findByExternalId(tenant, spec.externalId());
    if (known.isPresent()) {
      return new Creation(known.get(), true);
    }
    JobId id = new JobId(UuidCreator.getTimeOrderedEpoch(now).toString());
    Job job = Job.queued(id, tenant, spec, spec.joinAt(), now);
    try {
      transitions.insert(job);
      return new Creation(job, false);
    } catch (DuplicateJobException e) {
      Job earlier = storage.jobs().findByExternalId(tenant, spec.externalId()).orElseThrow(() -> e);
      return new Creation(earlier, true);
    }
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
   * recorded. A second call while the bot is leaving does nothing.
   *
   * @throws JobNotFoundException when the tenant has no such job
   * @throws JobFinishedException when it has ended already
   */
  public Job cancel(TenantId tenant, JobId id) {
    Job job = find(tenant, id).orElseThrow(() -> new JobNotFoundException(id));
    if (job.status().terminal()) {
      throw new JobFinishedException(id, job.status());
    }
    try {
      return transitions.apply(id, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    } catch (IllegalTransitionException e) {
      if (e.from() == JobStatus.FINALIZING) {
        return job; // it has left already
      }
      throw e;
    }
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
    return artifacts.read(key, range);
  }

  /** Whether everything that the engine needs answers now. */
  public Readiness readiness() {
    BrowserHealth health = browser.health();
    return new Readiness(
        text(storage::ping),
        text(artifacts::ping),
        health.ready() ? Readiness.OK : health.detail());
  }

  /**
   * Drains: takes on nothing more, lets running bots go on for {@link EngineSettings#drainTimeout},
   * then has them store what they recorded and hand over; closes the providers. A second call does
   * nothing.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    claims.close();
    boolean drained = fleet.drain(settings.drainTimeout());
    finalizer.close();
    if (!drained) {
      fleet.handOver(HAND_OVER);
    }
    tickers.forEach(Ticker::close);
    senders.forEach(Ticker::close);
    browser.close();
    webhooks.close();
    artifacts.close();
    storage.close();
  }

  private static FinalizerSettings finalizerSettings(EngineSettings settings) {
    FinalizerSettings found = FinalizerSettings.in(settings.workDir());
    return new FinalizerSettings(
        found.workDirectory(), settings.ffmpeg(), settings.ffprobe(), found.nice());
  }

  private void changed(Job job) {
    fleet.refreshed(job);
    senders.forEach(Ticker::wake);
    if (job.status() == JobStatus.QUEUED) {
      claims.wake();
    }
  }

  private static Ticker ticker(String name, Duration interval, Runnable work) {
    return new Ticker(
        interval,
        () -> {
          work.run();
          return false;
        },
        threads(name));
  }

  private static ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
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
