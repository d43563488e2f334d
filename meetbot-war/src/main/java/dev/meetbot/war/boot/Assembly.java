package dev.meetbot.war.boot;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.MeetbotEngineBuilder;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.provider.remote.RemoteJobs;
import dev.meetbot.provider.remote.RemoteStorage;
import dev.meetbot.provider.remote.ServerClient;
import dev.meetbot.provider.stripe.StripeNotices;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.war.settings.Authorities;
import dev.meetbot.war.settings.SettingKey;
import dev.meetbot.war.settings.SettingsException;
import dev.meetbot.war.settings.WarSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Settings to an engine with its providers, on one machine: H2 in a file, a local folder. */
final class Assembly {
  private final WarSettings settings;
  private final URI publicUrl;
  private final Set<String> roomHosts;
  private final Plugins plugins;

  Assembly(WarSettings settings, Plugins plugins, String contextPath) {
    this.settings = settings;
    this.plugins = plugins;
    WarSettings.Worker worker = settings.worker();
    this.publicUrl =
        worker == null ? Authorities.publicUrl(settings, contextPath) : worker.server();
    this.roomHosts = new TreeSet<>(Authorities.own(settings, publicUrl));
    this.roomHosts.addAll(settings.roomHosts());
  }

  /**
   * The engine, not started yet; whoever closes it closes everything.
   *
   * @throws IOException when the data directory cannot be used
   */
  MeetbotEngine engine() throws IOException {
    Path data = Files.createDirectories(settings.data());
    byte[] masterKey = MasterKey.in(data);
    ArtifactStore artifacts = artifacts();
    StorageProvider storage = storage(data, artifacts, masterKey);
    try {
      return engine(storage, artifacts, masterKey);
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  /** A worker's jobs are its server's. */
  private StorageProvider storage(Path data, ArtifactStore artifacts, byte[] masterKey)
      throws IOException {
    WarSettings.Worker worker = settings.worker();
    if (worker == null) {
      return JpaStorage.h2(Files.createDirectories(data.resolve("db")));
    }
    ServerClient server = new ServerClient(worker.server(), worker.key());
    return new RemoteStorage(
        new RemoteJobs(server, artifacts, MeetbotEngine.sealer(masterKey), InstantSource.system()),
        new MemoryStorage());
  }

  private MeetbotEngine engine(StorageProvider storage, ArtifactStore artifacts, byte[] masterKey)
      throws IOException {
    MeetbotEngineBuilder builder = MeetbotEngine.builder();
    String stripe = settings.billing().stripeSecret();
    if (stripe != null) {
      builder.payments(new StripeNotices(stripe, InstantSource.system()));
    }
    TokenSources.add(builder, settings.entry());
    Platforms.of(settings, roomHosts).forEach(builder::platform);
    plugins.all(MeetingPlatform.class).forEach(builder::platform);
    ServerThreads.find().ifPresent(builder::threads);
    return builder
        .storage(storage)
        .artifacts(artifacts)
        .browser(Browsers.of(settings.browser()))
        .webhooks(webhooks())
        .masterKey(masterKey)
        .settings(engineSettings())
        .build();
  }

  private FileArtifactStore artifacts() throws IOException {
    WarSettings.Artifacts wanted = settings.artifacts();
    Files.createDirectories(wanted.path());
    return new FileArtifactStore(wanted.path(), wanted.minFreeBytes());
  }

  private HttpWebhookTransport webhooks() {
    return new HttpWebhookTransport(
        settings.webhooks().allowPrivateTargets() ? AddressPolicy.any() : publicTargets());
  }

  private AddressPolicy publicTargets() {
    try {
      return AddressPolicy.publicAnd(settings.webhooks().allowedTargets());
    } catch (IllegalArgumentException e) {
      String name = SettingKey.WEBHOOK_ALLOWED_TARGETS.property();
      throw new SettingsException(List.of(name + ": " + e.getMessage()));
    }
  }

  private EngineSettings engineSettings() {
    return EngineSettings.of(
        draft -> {
          draft.publicUrl = publicUrl;
          draft.plainHttpHosts = new TreeSet<>(roomHosts);
          draft.plainHttpHosts.addAll(settings.meetingHosts());
          draft.maxBots = settings.maxBots();
          draft.maxAttempts = settings.maxAttempts();
          draft.stagingLead = settings.stagingLead();
          draft.dispatchTimeout = settings.dispatchTimeout();
          draft.drainTimeout = settings.drainTimeout();
          draft.webhookTimeout = settings.webhooks().timeout();
          draft.webhookRetryDelays = settings.webhooks().retryDelays();
          draft.requestsPerMinute = settings.rateLimit().requestsPerMinute();
          draft.anonymousRequestsPerMinute = settings.rateLimit().anonymousRequestsPerMinute();
          draft.workDir = settings.data().resolve("work");
          draft.ffmpeg = settings.ffmpeg();
          draft.calendarWindow = settings.calendar().window();
          draft.calendarZone = settings.calendar().zone();
          draft.signIn = settings.entry().signIn();
          draft.billing = settings.billing().prices();
        });
  }
}
