package dev.meetbot.war.boot;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.engine.MeetbotEngineBuilder;
import dev.meetbot.provider.stripe.StripeNotices;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.war.settings.Authorities;
import dev.meetbot.war.settings.PlugPoint;
import dev.meetbot.war.settings.WarSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Settings to an engine with its providers. */
final class Assembly {
  private final WarSettings settings;
  private final URI publicUrl;
  private final Set<String> roomHosts;
  private final Plugins plugins;
  private final Providers providers;

  /**
   * @param values the settings of each chosen plugin
   */
  Assembly(
      WarSettings settings,
      Plugins plugins,
      Map<PlugPoint, Map<String, String>> values,
      String contextPath) {
    this.settings = settings;
    this.plugins = plugins;
    this.providers =
        new Providers(
            settings, new ChosenPlugins(plugins, settings.providers(), values, settings.data()));
    WarSettings.Worker worker = settings.worker();
    this.publicUrl =
        worker == null ? Authorities.publicUrl(settings, contextPath) : worker.server();
    this.roomHosts = new TreeSet<>(Authorities.own(settings, publicUrl));
    this.roomHosts.addAll(settings.roomHosts());
  }

  /**
   * The engine, not started yet; whoever closes it closes everything.
   *
   * @throws IOException when the data directory, or what a plugin needs, cannot be used
   */
  MeetbotEngine engine() throws IOException {
    Path data = Files.createDirectories(settings.data());
    String given = settings.storage().masterKey();
    byte[] masterKey = given == null ? MasterKey.in(data) : MasterKey.of(given);
    Deque<AutoCloseable> opened = new ArrayDeque<>();
    try {
      ArtifactStore artifacts = providers.artifacts();
      opened.push(artifacts);
      StorageProvider storage = providers.storage(artifacts, masterKey);
      opened.push(storage);
      BrowserDriver browser = providers.browser();
      opened.push(browser);
      WebhookTransport webhooks = providers.webhooks();
      opened.push(webhooks);
      return builder()
          .storage(storage)
          .artifacts(artifacts)
          .browser(browser)
          .webhooks(webhooks)
          .masterKey(masterKey)
          .settings(engineSettings())
          .build();
    } catch (IOException | RuntimeException e) {
      close(opened, e);
      throw e;
    }
  }

  private static void close(Deque<AutoCloseable> opened, Exception cause) {
    for (AutoCloseable part : opened) {
      try {
        part.close();
      } catch (Exception e) {
        cause.addSuppressed(e);
      }
    }
  }

  private MeetbotEngineBuilder builder() {
    MeetbotEngineBuilder builder = MeetbotEngine.builder();
    String stripe = settings.billing().stripeSecret();
    if (stripe != null) {
      builder.payments(new StripeNotices(stripe, InstantSource.system()));
    }
    TokenSources.add(builder, settings.entry());
    Platforms.of(settings, roomHosts).forEach(builder::platform);
    plugins.all(MeetingPlatform.class).forEach(builder::platform);
    ServerThreads.find().ifPresent(builder::threads);
    return builder;
  }

  private EngineSettings engineSettings() {
    return EngineSettings.of(
        draft -> {
          draft.publicUrl = publicUrl;
          draft.plainHttpHosts = new TreeSet<>(roomHosts);
          draft.plainHttpHosts.addAll(settings.meetingHosts());
          draft.maxBots = settings.capacity().maxBots();
          draft.maxWaiting = settings.capacity().maxWaiting();
          draft.reservedMemoryBytes = settings.capacity().reservedMemoryBytes();
          draft.cpuShare = settings.capacity().cpuShare();
          draft.storePatience = settings.artifacts().patience();
          draft.retention = settings.retention();
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
