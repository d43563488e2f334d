package dev.meetbot.lab.dropin;

import dev.meetbot.lab.app.App;
import dev.meetbot.lab.guest.HttpGuest;
import dev.meetbot.lab.server.JobsClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Takes the application out of its running server and puts it in again, some of the times while a
 * bot is in a call; then looks for what was left behind.
 */
final class Redeploys {
  /** Each third one finds a bot at work, the first one too. */
  private static final int WITH_BOT = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Duration SETTLING = Duration.ofSeconds(60);

  /** Loaded whenever the application is deployed. */
  private static final String A_CLASS = "dev.meetbot.war.boot.Bootstrap";

  private final ServerUnderTest server;
  private final App app;
  private final Path war;
  private final Path heap;
  private final Consumer<String> progress;
  private final List<String> leaks = new ArrayList<>();
  private double firstMb = Double.NaN;

  /**
   * @param heap where the JVM's heap is written to when something was left behind
   */
  Redeploys(ServerUnderTest server, App app, Path war, Path heap, Consumer<String> progress) {
    this.server = server;
    this.app = app;
    this.war = war;
    this.heap = heap;
    this.progress = progress;
  }

  /** So many times; then undeploys for good. How many of them went well. */
  int run(int times) throws IOException, InterruptedException {
    int survived = 0;
    Jvm jvm = server.jvm();
    double mb = Double.NaN;
    for (int i = 0; i < times; i++) {
      survived += once(i % WITH_BOT == 0) ? 1 : 0;
      jvm.collect();
      mb = jvm.heapMb();
      firstMb = i == 0 ? mb : firstMb;
      progress.accept(
          String.format(
              Locale.ROOT,
              "redeploy %d: live heap %.1f MB, %d class loaders",
              i + 1,
              mb,
              jvm.definitions(A_CLASS)));
    }
    leaks.addAll(Leaks.heap(firstMb, mb, times - 1));
    settle(jvm, 1);
    leaks.addAll(Leaks.loaders(jvm.definitions(A_CLASS), 1));
    server.undeploy();
    settle(jvm, 0);
    leaks.addAll(Leaks.loaders(jvm.definitions(A_CLASS), 0));
    leaks.addAll(Leaks.threads(jvm.threads()));
    leaks.addAll(Leaks.processes(jvm.children()));
    if (!leaks.isEmpty()) {
      jvm.dump(heap);
    }
    return survived;
  }

  /** What was left behind, after the last one. */
  List<String> leaks() {
    return List.copyOf(leaks);
  }

  private boolean once(boolean withBot) throws IOException, InterruptedException {
    if (!withBot) {
      again();
      return true;
    }
    URI room = app.at("room/redeploy-" + UUID.randomUUID());
    HttpGuest guest = HttpGuest.openDoor(room, "Ann");
    try {
      String id = send(room);
      again();
      JsonObject job = app.jobs().await(id, JobsClient::isOver, PATIENCE);
      progress.accept(
          "the bot's job ended so: "
              + job.getString("status")
              + (job.isNull("failureDetail") ? "" : ", " + job.getString("failureDetail")));
      return true;
    } catch (IllegalStateException e) {
      progress.accept("FAILED: " + e.getMessage());
      return false;
    } finally {
      guest.close(); // the room that it was in is gone
    }
  }

  /** Has a bot in the room that records. */
  private String send(URI room) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("externalId", room.toString())
            .add("meetingUrl", room.toString())
            .build();
    String id = app.jobs().create(body).getString("id");
    JsonObject job =
        app.jobs()
            .await(
                id,
                j -> JobsClient.isOver(j) || j.getString("status").equals("recording"),
                PATIENCE);
    if (JobsClient.isOver(job)) {
      throw new IllegalStateException("the bot never recorded: " + job);
    }
    return id;
  }

  private void again() throws IOException, InterruptedException {
    long start = System.nanoTime();
    server.undeploy();
    long between = System.nanoTime();
    List<String> left = Leaks.processes(server.jvm().children());
    left.forEach(process -> leaks.add(process + " after an undeploy"));
    server.deploy(war);
    progress.accept(
        String.format(
            Locale.ROOT,
            "undeployed in %.1f s, ready again after %.1f s",
            (between - start) / 1e9,
            (System.nanoTime() - between) / 1e9));
  }

  /** Servers let go of some things only a little later; so does a compiler with a queue. */
  private void settle(Jvm jvm, int loaders) throws IOException, InterruptedException {
    Waiting.until(
        SETTLING,
        () -> {
          server.knock();
          jvm.collect();
          return jvm.definitions(A_CLASS) <= loaders
              && (loaders > 0 || Leaks.threads(jvm.threads()).isEmpty());
        });
  }
}
