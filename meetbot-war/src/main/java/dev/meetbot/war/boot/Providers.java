package dev.meetbot.war.boot;

import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.DatabaseSettings;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.provider.remote.RemoteJobs;
import dev.meetbot.provider.remote.RemoteStorage;
import dev.meetbot.provider.remote.ServerClient;
import dev.meetbot.provider.sealed.SealedArtifactStore;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactStorePlugin;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserDriverPlugin;
import dev.meetbot.spi.storage.StoragePlugin;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.spi.webhook.WebhookTransportPlugin;
import dev.meetbot.war.settings.ArtifactSettings;
import dev.meetbot.war.settings.PlugPoint;
import dev.meetbot.war.settings.SettingKey;
import dev.meetbot.war.settings.SettingsException;
import dev.meetbot.war.settings.StorageSettings;
import dev.meetbot.war.settings.WarSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What serves each plug point: a plugin, or what is bundled. Each call opens a new one. */
final class Providers {
  private final WarSettings settings;
  private final ChosenPlugins plugins;

  Providers(WarSettings settings, ChosenPlugins plugins) {
    this.settings = settings;
    this.plugins = plugins;
  }

  ArtifactStore artifacts() throws IOException {
    byte[] key = settings.artifacts().encryptionKey();
    ArtifactStore plain = plainArtifacts();
    return key == null ? plain : new SealedArtifactStore(plain, key);
  }

  private ArtifactStore plainArtifacts() throws IOException {
    Optional<ArtifactStore> plugin = plugins.open(PlugPoint.ARTIFACTS, ArtifactStorePlugin.class);
    if (plugin.isPresent()) {
      return plugin.get();
    }
    ArtifactSettings wanted = settings.artifacts();
    if (wanted.s3() != null) {
      return Buckets.open(wanted.s3());
    }
    Files.createDirectories(wanted.path());
    return new FileArtifactStore(wanted.path(), wanted.minFreeBytes());
  }

  /** A worker's jobs are its server's. */
  StorageProvider storage(ArtifactStore artifacts, byte[] masterKey) throws IOException {
    WarSettings.Worker worker = settings.worker();
    if (worker != null) {
      ServerClient server = new ServerClient(worker.server(), worker.key());
      return new RemoteStorage(
          new RemoteJobs(
              server, artifacts, MeetbotEngine.sealer(masterKey), InstantSource.system()),
          new MemoryStorage());
    }
    Optional<StorageProvider> plugin = plugins.open(PlugPoint.STORAGE, StoragePlugin.class);
    return plugin.isPresent() ? plugin.get() : bundledStorage();
  }

  private StorageProvider bundledStorage() throws IOException {
    StorageSettings wanted = settings.storage();
    StorageSettings.Database server = wanted.database();
    if (server != null) {
      return JpaStorage.postgreSql(
          new DatabaseSettings(
              server.url(), server.user(), server.password(), server.connections()));
    }
    if (wanted.jndi() != null) {
      return JpaStorage.on(DataSources.named(wanted.jndi()));
    }
    Path folder = settings.data().resolve("db");
    return JpaStorage.h2(Files.createDirectories(folder));
  }

  BrowserDriver browser() throws IOException {
    return plugins
        .open(PlugPoint.BROWSER, BrowserDriverPlugin.class)
        .orElseGet(() -> Browsers.of(settings.browser()));
  }

  WebhookTransport webhooks() throws IOException {
    return plugins
        .open(PlugPoint.WEBHOOK, WebhookTransportPlugin.class)
        .orElseGet(() -> new HttpWebhookTransport(targets()));
  }

  private AddressPolicy targets() {
    if (settings.webhooks().allowPrivateTargets()) {
      return AddressPolicy.any();
    }
    try {
      return AddressPolicy.publicAnd(settings.webhooks().allowedTargets());
    } catch (IllegalArgumentException e) {
      String name = SettingKey.WEBHOOK_ALLOWED_TARGETS.property();
      throw new SettingsException(List.of(name + ": " + e.getMessage()));
    }
  }
}
