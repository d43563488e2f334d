package dev.meetbot.war.boot;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.platform.room.RoomPlatform;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.war.settings.Authorities;
import dev.meetbot.war.settings.WarSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** Settings to an engine with its providers, on one machine: H2 in a file, a local folder. */
final class Assembly {
  private final WarSettings settings;
  private final URI publicUrl;
  private final Set<String> roomHosts;

  Assembly(WarSettings settings, String contextPath) {
    this.settings = settings;
    this.publicUrl = Authorities.publicUrl(settings, contextPath);
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
    StorageProvider storage = JpaStorage.h2(Files.createDirectories(data.resolve("db")));
    try {
      return engine(storage, masterKey);
    } catch (IOException | RuntimeException e) {
      storage.close();
      throw e;
    }
  }

  private MeetbotEngine engine(StorageProvider storage, byte[] masterKey) throws IOException {
    return MeetbotEngine.builder()
        .storage(storage)
        .artifacts(artifacts())
        .browser(browser())
        .platform(new RoomPlatform(roomHosts))
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
    boolean any = settings.webhooks().allowPrivateTargets();
    return new HttpWebhookTransport(any ? AddressPolicy.any() : AddressPolicy.publicOnly());
  }

  private PlaywrightDriver browser() {
    WarSettings.Browser wanted = settings.browser();
    PlaywrightSettings found = PlaywrightSettings.find();
    if (wanted.executable() != null) {
      found = found.withChromium(wanted.executable());
    }
    if (wanted.node() != null) {
      found = found.withNode(wanted.node());
    }
    if (wanted.sandbox() != null) {
      found = found.withSandbox(wanted.sandbox());
    }
    return new PlaywrightDriver(found.withLoopbackPeers(wanted.loopbackMedia()));
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
          draft.workDir = settings.data().resolve("work");
          draft.ffmpeg = settings.ffmpeg();
          draft.calendarWindow = settings.calendar().window();
          draft.calendarZone = settings.calendar().zone();
        });
  }
}
