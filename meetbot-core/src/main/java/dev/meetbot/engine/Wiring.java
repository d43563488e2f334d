package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.Access;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.credit.Books;
import dev.meetbot.engine.internal.credit.Meter;
import dev.meetbot.engine.internal.credit.Prices;
import dev.meetbot.engine.internal.credit.TenantCredit;
import dev.meetbot.engine.internal.credit.TopUps;
import dev.meetbot.engine.internal.finalizing.Finalizer;
import dev.meetbot.engine.internal.finalizing.FinalizerSettings;
import dev.meetbot.engine.internal.host.Figures;
import dev.meetbot.engine.internal.host.HostProbe;
import dev.meetbot.engine.internal.host.TrackedBrowsers;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.lifecycle.JobHook;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.RecordingTimes;
import dev.meetbot.engine.internal.metrics.CountedTransport;
import dev.meetbot.engine.internal.metrics.EngineMetrics;
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
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** The parts of one engine, put together once; the engine's facets share them. */
final class Wiring {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration RETRY_DELAY = Duration.ofSeconds(5);

  /** Messages of this engine wake the senders; only retries and other workers' wait for it. */
  private static final Duration SENDER_POLL = Duration.ofSeconds(2);

  private static final int SENDERS = 4;

  /** A bot whose credit is used up goes on for so long at most. */
  private static final Duration METER_POLL = Duration.ofSeconds(2);

  private static final String METER = "meetbot-meter";

  final StorageProvider storage;
  final ArtifactStore artifacts;
  final TrackedBrowsers browser;
  final WebhookTransport webhooks;
  final EngineSettings settings;
  final InstantSource clock;
  final SecureRandom random = new SecureRandom();
  final WorkerId worker = new WorkerId("worker-" + UuidCreator.getTimeOrderedEpoch());
  final Access access;
  final JobRequestCheck check;
  final JobTransitions transitions;
  final Finalizer finalizer;
  final Fleet fleet;
  final Machinery machinery = new Machinery();
  final EngineMetrics metrics = new EngineMetrics();
  final TenantCredit tenantCredit;
  final Credit credit;
  final HostProbe host;

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
    access = new Access(storage.tenants(), new SecretBox(masterKey, random), random, clock);
    check = new JobRequestCheck(List.copyOf(parts.platforms), settings.plainHttpHosts());
    JobLifecycle lifecycle = new JobLifecycle(settings.maxAttempts(), RETRY_DELAY);
    List<EngineListener> listeners = new ArrayList<>(parts.listeners);
    listeners.add(this::changed);
    Books books = new Books(storage.records(), settings.billing().enabled());
    tenantCredit = new TenantCredit(storage.ledger(), settings.billing(), clock);
    List<JobHook> hooks =
        List.of(new RecordingTimes(settings.leaseTimeout()), books, metrics.jobs());
    transitions = new JobTransitions(storage.jobs(), lifecycle, clock, listeners, hooks);
    finalizer = new Finalizer(artifacts, finalizerSettings(settings));
    fleet = fleet(parts, lifecycle);
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
    Figures figures = new Figures(storage, fleet, settings.maxBots(), clock);
    metrics.watch(figures);
    host = new HostProbe(browser, figures, List.of(settings.workDir()));
    machinery.every(POLL, "meetbot-claims", fleet::claim);
    machinery.every(settings.heartbeatInterval(), "meetbot-heartbeat", fleet::heartbeat);
    machinery.senders(SENDERS, SENDER_POLL, dispatcher()::pass);
  }

  private Fleet fleet(MeetbotEngineBuilder parts, JobLifecycle lifecycle) {
    BotParts bot =
        new BotParts(
            settings,
            lifecycle,
            transitions,
            browser,
            List.copyOf(parts.platforms),
            artifacts,
            new Finishing(finalizer, new Semaphore(1), settings.publicUrl()),
            tenantCredit::refusal,
            clock);
    return new Fleet(storage.jobs(), bot, worker, Machinery.threads("meetbot-bot"));
  }

  private OutboxDispatcher dispatcher() {
    return new OutboxDispatcher(
        storage.outbox(),
        webhooks,
        access,
        new RetrySchedule(settings.webhookRetryDelays(), random),
        clock,
        worker,
        settings.webhookTimeout());
  }

  private static FinalizerSettings finalizerSettings(EngineSettings settings) {
    FinalizerSettings found = FinalizerSettings.in(settings.workDir());
    return new FinalizerSettings(
        found.workDirectory(), settings.ffmpeg(), settings.ffprobe(), found.nice());
  }

  private void changed(Job job) {
    fleet.refreshed(job);
    machinery.wakeSenders();
    if (job.status().terminal()) {
      machinery.wake(METER);
    }
    if (job.status() == JobStatus.QUEUED) {
      machinery.wake("meetbot-claims");
    }
  }
}
