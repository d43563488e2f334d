package dev.meetbot.examples.host;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.FirstKey;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.jaxrs.Engines;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.JdbcDrivers;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.platform.room.RoomPlatform;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The engine: starts and ends with the application, on the server's database and threads. */
@ApplicationScoped
public class Engine {
  @Resource(lookup = "java:comp/DefaultDataSource")
  private @Nullable DataSource database;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private @Nullable ThreadFactory threads;

  private @Nullable MeetbotEngine engine;
  private @Nullable FirstTenant tenant;

  /** Starts it before the first request; meetbot's resources find it in the servlet context. */
  void start(@Observes @Initialized(ApplicationScoped.class) ServletContext context)
      throws IOException {
    if (database == null || threads == null) {
      throw new IllegalStateException("the server gave no database or no threads");
    }
    Path data = Files.createDirectories(Path.of(System.getProperty("notes.data")));
    URI self = URI.create(System.getProperty("notes.url"));
    MeetbotEngine made =
        MeetbotEngine.builder()
            .storage(JpaStorage.on(database))
            .artifacts(new FileArtifactStore(data, 0))
            .browser(new PlaywrightDriver(PlaywrightSettings.find()))
            .platform(new RoomPlatform(Set.of(self.getAuthority())))
            .webhooks(new HttpWebhookTransport(AddressPolicy.publicOnly()))
            .masterKey(new byte[32]) // a real host keeps 32 random bytes somewhere safe
            .threads(threads)
            .settings(
                EngineSettings.of(
                    edit -> {
                      edit.publicUrl = self;
                      edit.plainHttpHosts = Set.of(self.getAuthority());
                      edit.workDir = data.resolve("work");
                    }))
            .build();
    engine = made;
    made.start();
    FirstKey first = made.firstStart().orElseThrow(); // this database is in memory
    tenant = new FirstTenant(first.tenant());
    tell(first, data.resolve("api-key"));
    context.setAttribute(Engines.NAME, made);
  }

  private static void tell(FirstKey first, Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, first.apiKey());
  }

  /** For everybody in this application who injects it. */
  @Produces
  MeetbotEngine engine() {
    return ready(engine);
  }

  @Produces
  FirstTenant tenant() {
    return ready(tenant);
  }

  private static <T> T ready(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("the engine has not started");
    }
    return part;
  }

  /** Bots in calls store what they recorded. */
  @PreDestroy
  void stop() {
    if (engine != null) {
      engine.close();
    }
    JdbcDrivers.deregister(Engine.class.getClassLoader());
  }
}
