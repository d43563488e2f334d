package dev.meetbot.lab.chaos;

import dev.meetbot.lab.server.JobsClient;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A client that always has some bots at work: sends one, waits until it records, lets it record for
 * a while, asks it to leave, and sends the next. It goes on when servers do not answer, as clients
 * do: another server, and again. Thread-safe.
 */
final class Errands {
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration TO_RECORD = Duration.ofSeconds(150);
  private static final Duration TO_END = Duration.ofSeconds(240);

  private final World world;
  private final List<Thread> clients = new ArrayList<>();
  private final Map<String, JsonObject> jobs = new ConcurrentHashMap<>();
  private volatile boolean stopping;

  Errands(World world) {
    this.world = world;
  }

  /** Begins with so many at a time. */
  void start(int atOnce, Random random) {
    for (int i = 0; i < atOnce; i++) {
      Random own = new Random(random.nextLong());
      String name = "client-" + (i + 1);
      Thread client = new Thread(() -> work(name, own), name);
      clients.add(client);
      client.start();
    }
  }

  private void work(String name, Random random) {
    for (int number = 1; !stopping; number++) {
      String id = create(name + "-" + number);
      await(id, TO_RECORD, job -> JobsClient.isOver(job) || is(job, "recording"));
      await(id, Duration.ofMillis(8000 + random.nextInt(8000)), JobsClient::isOver);
      leave(id);
      await(id, TO_END, JobsClient::isOver);
    }
  }

  /** A job is accepted when a server said so; the same one asked for again is the same job. */
  private String create(String externalId) {
    JsonObject body =
        Json.createObjectBuilder()
            .add("externalId", externalId)
            .add("meetingUrl", world.room.toString())
            .add("displayName", externalId)
            .add(
                "webhooks",
                Json.createObjectBuilder()
                    .add("onStatusChange", world.receiver.url("/hook").toString())
                    .add("onFinalize", world.receiver.url("/hook").toString()))
            .build();
    while (true) {
      Optional<JsonObject> created = ask(client -> client.create(body));
      if (created.isPresent()) {
        jobs.put(created.get().getString("id"), created.get());
        return created.get().getString("id");
      }
      park(PAUSE);
    }
  }

  private void leave(String id) {
    long end = System.nanoTime() + TO_END.toNanos();
    while (System.nanoTime() < end && !JobsClient.isOver(jobs.get(id))) {
      if (ask(client -> client.ask(id, "leave-call")).isPresent()) {
        return;
      }
      park(PAUSE);
      look(id);
    }
  }

  private void await(String id, Duration patience, Predicate<JsonObject> done) {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end && !done.test(jobs.get(id))) {
      park(PAUSE);
      look(id);
    }
  }

  private void look(String id) {
    ask(client -> client.get(id)).ifPresent(job -> jobs.put(id, job));
  }

  /** The answer of the first server that gives one. */
  private <T> Optional<T> ask(Function<JobsClient, T> question) {
    for (JobsClient client : world.clients()) {
      try {
        return Optional.of(question.apply(client));
      } catch (RuntimeException e) {
        System.getLogger(Errands.class.getName())
            .log(System.Logger.Level.DEBUG, "the next server", e);
      }
    }
    return Optional.empty();
  }

  private static boolean is(JsonObject job, String status) {
    return job.getString("status").equals(status);
  }

  private static void park(Duration time) {
    LockSupport.parkNanos(time.toNanos());
  }

  /** How many bots were recording when they were last looked at, which is just now. */
  long recording() {
    return jobs.values().stream().filter(job -> is(job, "recording")).count();
  }

  /** Sends no more, and waits until those that are out have come to their end. */
  void finish() {
    stopping = true;
    for (Thread client : clients) {
      try {
        client.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    jobs.keySet().forEach(this::look);
  }

  /** Every accepted job as it was last seen. */
  List<JsonObject> all() {
    return List.copyOf(jobs.values());
  }
}
