package dev.meetbot.lab.dropin;

import dev.meetbot.lab.app.App;
import dev.meetbot.lab.server.JobsClient;
import dev.meetbot.lab.server.ServerProcess;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One data directory, with its H2 database, that each server gets after the one before: what one
 * stored the next has to find.
 */
final class CarriedData {
  private static final Duration START = Duration.ofSeconds(90);

  private final Path directory;
  private final Path key;
  private final Map<String, String> jobs = new LinkedHashMap<>();

  CarriedData(Path out) {
    directory = out.resolve("data");
    key = out.resolve("first-key");
  }

  Path directory() {
    return directory;
  }

  /** Where the first start of all wrote the first key. */
  Path key() {
    return key;
  }

  /** What of the earlier servers' is not there; then leaves a job of this one's for the next. */
  List<String> faults(String server, App app) {
    List<String> faults = missing(app);
    JsonObject job =
        app.jobs()
            .create(
                Json.createObjectBuilder()
                    .add("externalId", "carried-from-" + server)
                    .add("meetingUrl", app.at("room/carried").toString())
                    .add("joinAt", Instant.now().plus(Duration.ofDays(1)).toString())
                    .build());
    jobs.put(job.getString("id"), job.getString("externalId"));
    return faults;
  }

  private List<String> missing(App app) {
    List<String> missing = new ArrayList<>();
    JobsClient client = app.jobs();
    jobs.forEach(
        (id, externalId) -> {
          try {
            if (!client.get(id).getString("externalId").equals(externalId)) {
              missing.add(id + " is not what it was");
            }
          } catch (IllegalStateException e) {
            missing.add(externalId + " is not there: " + e.getMessage());
          }
        });
    return missing;
  }

  /** The same when the WAR is started by itself, after all the servers. */
  List<String> faultsByItself(Path war, int port, Path log) {
    try (ServerProcess alone = ServerProcess.startJar(war, directory, port, List.of(), log)) {
      alone.awaitReady(START);
      return missing(App.of(alone.base().resolve("/"), key));
    }
  }
}
