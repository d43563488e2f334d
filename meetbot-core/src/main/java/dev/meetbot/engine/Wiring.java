package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.Access;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.engine.internal.finalizing.Finalizer;
import dev.meetbot.engine.internal.finalizing.FinalizerSettings;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.intake.WebhookUrlCheck;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
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
import dev.meetbot.spi.browser.BrowserDriver;
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

  final StorageProvider storage;
  final ArtifactStore artifacts;
  final BrowserDriver browser;
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
  final OutboxDispatcher dispatcher;
  final Deliveries deliveries;
  final BotVerbs verbs;
  final Machinery machinery = new Machinery();

  Wiring(MeetbotEngineBuilder parts) {
    storage = MeetbotEngineBuilder.required(parts.storage, "a storage");
    artifacts = MeetbotEngineBuilder.required(parts.artifacts, "an artifact store");
    browser = MeetbotEngineBuilder.required(parts.browser, "a browser driver");
    webhooks = MeetbotEngineBuilder.required(parts.webhooks, "a webhook transport");
    byte[] masterKey = MeetbotEngineBuilder.required(parts.masterKey, "a master key");
    storage.migrate();
    settings = parts.settings;
    clock = parts.clock;
    access = new Access(storage.tenants(), new SecretBox(masterKey, random), random, clock);
    WebhookUrlCheck webhookUrls = new WebhookUrlCheck(webhooks::refusal);
    check =
        new JobRequestCheck(List.copyOf(parts.platforms), settings.plainHttpHosts(), webhookUrls);
    JobLifecycle lifecycle = new JobLifecycle(settings.maxAttempts(), RETRY_DELAY);
    List<EngineListener> listeners = new ArrayList<>(parts.listeners);
    listeners.add(this::changed);
    transitions = new JobTransitions(storage.jobs(), lifecycle, clock, listeners);
    verbs = new BotVerbs(storage.jobs(), transitions);
    finalizer = new Finalizer(artifacts, finalizerSettings(settings));
    fleet = fleet(parts, lifecycle);
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
            Machinery.threads("meetbot-webhooks"));
    deliveries = new Deliveries(storage, sender, webhookUrls, dispatcher::wake, clock);
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
            BotVendors.builtIn(),
            clock);
    return new Fleet(storage.jobs(), bot, worker, Machinery.threads("meetbot-bot"));
  }

  private static FinalizerSettings finalizerSettings(EngineSettings settings) {
    FinalizerSettings found = FinalizerSettings.in(settings.workDir());
    return new FinalizerSettings(
        found.workDirectory(), settings.ffmpeg(), settings.ffprobe(), found.nice());
  }

  private void changed(Job job) {
    fleet.refreshed(job);
    dispatcher.wake();
    if (job.status() == JobStatus.QUEUED) {
      machinery.wake("meetbot-claims");
    }
  }
}
