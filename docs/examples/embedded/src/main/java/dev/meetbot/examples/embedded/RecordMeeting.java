package dev.meetbot.examples.embedded;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.MeetbotEngine;
import dev.meetbot.model.Job;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.file.FileArtifactStore;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.platform.room.RoomPlatform;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Sends one bot into a room of a meetbot server and waits for its recording: {@code RecordMeeting
 * http://127.0.0.1:8080/room/demo ./recordings}. No server is needed for the bot itself.
 */
public final class RecordMeeting {
  private RecordMeeting() {}

  /** Prints how the job goes, and where its files are. */
  public static void main(String[] arguments) throws Exception {
    Job job = record(URI.create(arguments[0]), Path.of(arguments[1]));
    System.out.println("the job ended " + job.status().wireName());
  }

  /** Records the meeting below {@code folder}; blocks until the job has ended. */
  static Job record(URI meeting, Path folder) throws Exception {
    CompletableFuture<Job> ended = new CompletableFuture<>();
    try (MeetbotEngine engine = engine(meeting, folder, ended)) {
      engine.start();
      TenantId tenant = engine.firstStart().orElseThrow().tenant();
      engine.create(
          tenant,
          JobRequest.of(
              request -> {
                request.externalId = UUID.randomUUID().toString();
                request.meetingUrl = meeting.toString();
                request.displayName = "Notes";
              }));
      return ended.get();
    }
  }

  private static MeetbotEngine engine(URI meeting, Path folder, CompletableFuture<Job> ended)
      throws IOException {
    Files.createDirectories(folder);
    String host = meeting.getAuthority();
    return MeetbotEngine.builder()
        .storage(JpaStorage.h2(folder.resolve("database")))
        .artifacts(new FileArtifactStore(folder.resolve("artifacts"), 0))
        .browser(new PlaywrightDriver(PlaywrightSettings.find().withLoopbackPeers(true)))
        .platform(new RoomPlatform(Set.of(host)))
        .webhooks(new HttpWebhookTransport(AddressPolicy.publicOnly()))
        .masterKey(new byte[32]) // a real host keeps 32 random bytes somewhere safe
        .settings(
            EngineSettings.of(
                edit -> {
                  edit.plainHttpHosts = Set.of(host);
                  edit.workDir = folder.resolve("work");
                }))
        .listener(
            job -> {
              System.out.println(job.status().wireName());
              if (job.status().terminal()) {
                ended.complete(job);
              }
            })
        .build();
  }
}
