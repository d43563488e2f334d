package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.Access;
import dev.meetbot.engine.internal.access.Erasure;
import dev.meetbot.engine.internal.access.JobAdmission;
import dev.meetbot.engine.internal.access.LoginCodes;
import dev.meetbot.engine.internal.access.Logins;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.calendar.CalendarDesk;
import dev.meetbot.engine.internal.calendar.CalendarJobs;
import dev.meetbot.engine.internal.calendar.IcsReader;
import dev.meetbot.engine.internal.cluster.Node;
import dev.meetbot.engine.internal.composing.CompositionErasure;
import dev.meetbot.engine.internal.composing.CompositionQueue;
import dev.meetbot.engine.internal.composing.CompositionRuns;
import dev.meetbot.engine.internal.credit.Books;
import dev.meetbot.engine.internal.credit.Meter;
import dev.meetbot.engine.internal.credit.Prices;
import dev.meetbot.engine.internal.credit.TenantCredit;
import dev.meetbot.engine.internal.credit.TopUps;
import dev.meetbot.engine.internal.finalizing.Finalizer;
import dev.meetbot.engine.internal.finalizing.FinalizerSettings;
import dev.meetbot.engine.internal.finalizing.Recomposer;
import dev.meetbot.engine.internal.host.Figures;
import dev.meetbot.engine.internal.host.HostProbe;
import dev.meetbot.engine.internal.host.TrackedBrowsers;
import dev.meetbot.engine.internal.ingest.IngestDesk;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.intake.WebhookUrlCheck;
import dev.meetbot.engine.internal.lifecycle.JobHook;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Patience;
import dev.meetbot.engine.internal.lifecycle.RecordingTimes;
import dev.meetbot.engine.internal.metrics.CountedTransport;
import dev.meetbot.engine.internal.metrics.EngineMetrics;
import dev.meetbot.engine.internal.retention.Retention;
import dev.meetbot.engine.internal.watch.BotVendors;
import dev.meetbot.engine.internal.webhook.DeliverySender;
import dev.meetbot.engine.internal.webhook.OutboxDispatcher;
import dev.meetbot.engine.internal.webhook.RetrySchedule;
import dev.meetbot.engine.internal.worker.BotParts;
import dev.meetbot.engine.internal.worker.Finishing;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** The parts of one engine, put together once; the engine's facets share them. */
final class Wiring {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CALENDAR_POLL = Duration.ofMinutes(5);

  /** A bot stays in its call, recording, when the database is away. */
  private static final Patience OF_BOTS =
      new Patience(Duration.ofMinutes(10), Duration.ofMillis(500));

  private static final Duration RETENTION_POLL = Duration.ofMinutes(1);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  /** A bot whose credit is used up goes on for so long at most. */
  private static final Duration METER_POLL = Duration.ofSeconds(2);

  private static final String METER = "meetbot-meter";
  private static final String COMPOSER = "meetbot-composer";
  private static final Duration COMPOSER_POLL = Duration.ofSeconds(5);
  private static final int EXPIRED_AT_ONCE = 500;
  private static final Logger LOG = System.getLogger(Wiring.class.getName());

  final StorageProvider storage;
  final ArtifactStore artifacts;
  final TrackedBrowsers browser;
  final WebhookTransport webhooks;
  final EngineSettings settings;
  final InstantSource clock;
  final SecureRandom random = new SecureRandom();
  final SecretBox box;
  final WorkerId worker = new WorkerId("worker-" + UuidCreator.getTimeOrderedEpoch());
  final Access access;
  final JobRequestCheck check;
  final JobTransitions transitions;
  final Finalizer finalizer;
  final Fleet fleet;
  final OutboxDispatcher dispatcher;
  final Deliveries deliveries;
  final CompositionRuns compositionRuns;
  final Compositions compositions;
  final BotVerbs verbs;
  final Machinery machinery;

  /** Of everything that keeps the processors busy for long. */
  private final Semaphore finishing = new Semaphore(1);

  final NewJobs newJobs;
  final CalendarIntake calendar;
  final Ingest ingest;
  final Accounts accounts;
  final EntryParts entry;
  final RateLimits rateLimits;
  final Idempotency idempotency;
  final DeviceLogin deviceLogin;
  final EngineMetrics metrics = new EngineMetrics();
  final TenantCredit tenantCredit;
  final Credit credit;
  final HostProbe host;
  final Node node;
  private final Cluster cluster;

  Wiring(MeetbotEngineBuilder parts) {
    storage = MeetbotEngineBuilder.required(parts.storage, "a storage");
    artifacts = MeetbotEngineBuilder.required(parts.artifacts, "an artifact store");
    browser = new TrackedBrowsers(MeetbotEngineBuilder.required(parts.browser, "a browser driver"));
    webhooks =
        new CountedTransport(
            MeetbotEngineBuilder.required(parts.webhooks, "a webhook transport"),
            metrics::attempted);
    byte[] masterKey = MeetbotEngineBuilder.required(parts.masterKey, "a master key");
    storage.migrate();
    settings = parts.settings;
    clock = parts.clock;
    machinery = new Machinery(parts.threads);
    box = new SecretBox(masterKey, random);
    access = new Access(storage.tenants(), box, random, clock);
    entry = new EntryParts(parts, storage.records(), box, machinery);
    WebhookUrlCheck webhookUrls = new WebhookUrlCheck(webhooks::refusal);
    check =
        new JobRequestCheck(List.copyOf(parts.platforms), settings.plainHttpHosts(), webhookUrls);
    JobLifecycle lifecycle = new JobLifecycle(settings.maxAttempts(), RETRY_DELAY);
    List<EngineListener> listeners = new ArrayList<>(parts.listeners);
    listeners.add(this::changed);
    Books books = new Books(storage.records(), settings.billing().enabled());
    tenantCredit = new TenantCredit(storage.ledger(), settings.billing(), clock);
    List<JobHook> hooks =
        List.of(new RecordingTimes(settings.leaseTimeout()), books, retention(), metrics.jobs());
    transitions = new JobTransitions(storage.jobs(), lifecycle, clock, listeners, hooks);
    verbs = new BotVerbs(storage.jobs(), transitions);
    finalizer = new Finalizer(artifacts, finalizerSettings(settings));
    cluster = new Cluster(storage, browser, settings, clock);
    fleet = fleet(parts, lifecycle);
    Recomposer recomposer = new Recomposer(artifacts, finalizerSettings(settings));
    CompositionQueue queue = new CompositionQueue(storage.records());
    compositionRuns =
        new CompositionRuns(
            queue, recomposer, artifacts, finishing, settings.leaseTimeout(), clock);
    compositions =
        new Compositions(
            storage.jobs(),
            queue,
            new CompositionErasure(queue, artifacts, clock),
            recomposer,
            () -> machinery.wake(COMPOSER),
            clock);
    machinery.every(COMPOSER_POLL, COMPOSER, compositionRuns::pass);
    machinery.every(settings.heartbeatInterval(), "meetbot-composer-lease", compositionRuns::renew);
    credit =
        new Credit(
            settings.billing(),
            storage.ledger(),
            tenantCredit,
            new TopUps(storage, clock),
            parts.payments);
    Prices prices = new Prices(settings.billing().pricePerHourMicros());
    Meter meter = new Meter(storage, transitions, tenantCredit, books, prices, clock);
    machinery.every(METER_POLL, METER, meter::pass);
    node = cluster.node(worker, fleet, machinery);
    Figures figures = new Figures(storage, fleet, cluster.nodes, clock);
    metrics.watch(figures);
    host = new HostProbe(browser, figures, List.of(settings.workDir()));
    machinery.every(POLL, "meetbot-claims", fleet::claim);
    machinery.every(settings.heartbeatInterval(), "meetbot-heartbeat", fleet::heartbeat);
    DeliverySender sender = new DeliverySender(webhooks, access, settings.webhookTimeout());
    dispatcher =
        new OutboxDispatcher(
            storage.outbox(),
            sender,
            new RetrySchedule(settings.webhookRetryDelays(), random),
            clock,
            worker,
            machinery.threads("meetbot-webhooks"));
    deliveries = new Deliveries(storage, sender, webhookUrls, dispatcher::wake, clock);
    JobAdmission admission = new JobAdmission(storage.tenants(), storage.jobs());
    newJobs =
        new NewJobs(
            check,
            entry.passcodes,
            storage.jobs(),
            credit,
            cluster.places,
            admission,
            transitions,
            clock);
    calendar = calendar();
    ingest = new Ingest(ingestDesk(), artifacts, entry.passcodes);
    Erasure erasure =
        new Erasure(
            storage,
            artifacts,
            new TenantsBots(transitions, fleet),
            settings.leaseTimeout(),
            clock);
    accounts = new Accounts(storage.tenants(), access, erasure, clock);
    rateLimits = new RateLimits(settings, storage.tenants(), clock);
    idempotency = new Idempotency(storage.records(), box, clock);
    LoginCodes codes = new LoginCodes(random);
    Logins logins = new Logins(storage, access.keys(), codes);
    deviceLogin = new DeviceLogin(logins, codes, box, settings.publicUrl(), clock);
    machinery.every(Duration.ofSeconds(5), "meetbot-key-use", access::storeUse);
    machinery.every(Duration.ofSeconds(1), "meetbot-erasure", erasure::tick);
    machinery.every(Duration.ofMinutes(1), "meetbot-housekeeping", this::housekeeping);
  }

  private Fleet fleet(MeetbotEngineBuilder parts, JobLifecycle lifecycle) {
    BotParts bot =
        new BotParts(
            settings,
            lifecycle,
            transitions.with(OF_BOTS),
            browser,
            List.copyOf(parts.platforms),
            artifacts,
            new Finishing(finalizer, finishing, settings.publicUrl()),
            BotVendors.builtIn(),
            tenantCredit::refusal,
            entry.waysIn,
            metrics::matched,
            clock);
    return new Fleet(
        storage.jobs(), bot, worker, machinery.threads("meetbot-bot"), cluster.capacity());
  }

  private CalendarIntake calendar() {
    CalendarJobs jobs = new CalendarJobs(storage.jobs(), transitions, newJobs::create);
    CalendarDesk desk =
        new CalendarDesk(
            storage.records(), jobs, check.platforms(), settings.calendarWindow(), clock);
    machinery.every(CALENDAR_POLL, "meetbot-calendar", desk::plan);
    return new CalendarIntake(new IcsReader(settings.calendarZone()), desk);
  }

  private IngestDesk ingestDesk() {
    return new IngestDesk(
        storage.jobs(), transitions, settings.leaseTimeout(), settings.stagingLead(), clock);
  }

  private Retention retention() {
    Retention retention =
        new Retention(
            storage,
            Optional.ofNullable(settings.retention()),
            job -> compositions.erase(job.tenant(), job.id()),
            id -> fleet.runs(job -> job.id().equals(id)),
            clock);
    machinery.every(RETENTION_POLL, "meetbot-retention", retention::pass);
    return retention;
  }

  private void housekeeping() {
    rateLimits.forgetUnused();
    idempotency.forgetBroken();
    while (storage.records().deleteExpired(clock.instant(), EXPIRED_AT_ONCE) == EXPIRED_AT_ONCE) {
      LOG.log(Level.DEBUG, "more expired records to delete");
    }
  }

  private static FinalizerSettings finalizerSettings(EngineSettings settings) {
    FinalizerSettings found = FinalizerSettings.in(settings.workDir());
    return new FinalizerSettings(
        found.workDirectory(), settings.ffmpeg(), settings.ffprobe(), found.nice());
  }

  private void changed(Job job) {
    fleet.refreshed(job);
    dispatcher.wake();
    if (job.status().terminal()) {
      machinery.wake(METER);
    }
    if (job.status() == JobStatus.QUEUED) {
      machinery.wake("meetbot-claims");
    }
  }
}
