package dev.meetbot.lab.chaos;

import dev.meetbot.lab.receiver.ReceivedWebhook;
import dev.meetbot.lab.server.JobsClient;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** {@code bin/chaos}: breaks things while bots record, and counts what was lost. */
public final class Chaos {
  private static final Duration SOMETHING_RECORDS = Duration.ofSeconds(90);

  /** More than it takes to notice that a bot died, so that it is clear which fault did it. */
  private static final Duration LEAST_BETWEEN = Duration.ofSeconds(6);

  private static final Duration ALL_TOLD = Duration.ofSeconds(120);
  private static final Duration ALL_ENDED = Duration.ofSeconds(20);

  private final ChaosOptions options;
  private final Random random;
  private final boolean namespace = System.getenv("MEETBOT_CHAOS_NAMESPACE") != null;
  private final long startedAt = System.nanoTime();
  private final List<FaultRecord> faults = new ArrayList<>();

  private Chaos(ChaosOptions options) {
    this.options = options;
    this.random = new Random(options.seed());
  }

  public static void main(String[] arguments) {
    int code;
    try {
      ChaosOptions options = ChaosOptions.parse(List.of(arguments));
      code = new Chaos(options).run() ? 0 : 1;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      code = 2;
    } catch (RuntimeException | IOException e) {
      System.err.println("the run broke off: " + e);
      e.printStackTrace();
      code = 2;
    }
    System.exit(code);
  }

  private boolean run() throws IOException {
    Files.createDirectories(options.out());
    Leftovers leftovers = new Leftovers();
    say("seed " + options.seed() + "; starting " + options.nodes() + " servers and the rest");
    Tally tally;
    try (World world = new World(options, namespace)) {
      Runtime.getRuntime().addShutdownHook(new Thread(world::close));
      Errands errands = new Errands(world);
      errands.start(3, random);
      Strikes strikes = new Strikes(world, random);
      for (FaultKind kind : FaultKind.drawn(options.faults(), namespace, random)) {
        strike(strikes, errands, kind);
      }
      say("waiting for the last jobs");
      errands.finish();
      List<JobRecord> jobs = judged(world, errands);
      world.closeServers();
      await(ALL_ENDED, () -> leftOf(leftovers, world).isEmpty());
      tally = Tally.of(options.seed(), faults, jobs, leftOf(leftovers, world).size());
      tell(jobs);
    }
    System.out.println(tally.json());
    return tally.ok();
  }

  private void strike(Strikes strikes, Errands errands, FaultKind kind) {
    LockSupport.parkNanos(LEAST_BETWEEN.plusMillis(random.nextInt(6000)).toNanos());
    await(SOMETHING_RECORDS, () -> errands.recording() > 0);
    long recording = errands.recording();
    double at = System.currentTimeMillis();
    Strikes.Struck struck = strikes.strike(kind);
    faults.add(new FaultRecord(kind, at));
    say(
        "fault %d: %s for %.1f s; %d bots were recording",
        faults.size(), struck.what(), struck.lasts().toMillis() / 1000.0, recording);
    LockSupport.parkNanos(struck.lasts().toNanos());
    struck.mend().run();
  }

  /** With all messages delivered, or given time enough for it. */
  private List<JobRecord> judged(World world, Errands errands) {
    JobsClient client = world.clients().get(0);
    await(
        ALL_TOLD,
        () -> errands.all().stream().allMatch(job -> told(world, client, job.getString("id"))));
    Evidence evidence = new Evidence(client, world, options.out().resolve("recordings"));
    return errands.all().stream().map(evidence::of).toList();
  }

  private static boolean told(World world, JobsClient client, String id) {
    Set<String> arrived =
        world.receiver.accepted(id).stream()
            .map(ReceivedWebhook::deliveryId)
            .collect(Collectors.toSet());
    return client.deliveries(id).stream()
        .allMatch(d -> arrived.contains(d.getString("deliveryId")));
  }

  /** The guest's own browser and driver are meant to be there. */
  private static List<Long> leftOf(Leftovers leftovers, World world) {
    Set<Long> guests =
        ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
    return leftovers.now().stream().filter(pid -> !guests.contains(pid)).toList();
  }

  private void tell(List<JobRecord> jobs) {
    for (JobRecord job : jobs) {
      JsonObject end = job.job();
      say(
          "job %s %s%s, %.1f s recorded, longest gap %.0f ms",
          end.getString("externalId"),
          end.getString("status"),
          end.containsKey("failureCode") && !end.isNull("failureCode")
              ? " (" + end.getString("failureCode") + ")"
              : "",
          (job.recorded().untilMs() - job.recorded().fromMs()) / 1000,
          job.recorded().longestGapMs());
      double lost = Loss.of(job, faults);
      if (lost > 0) {
        say("  a fault took %.0f ms of it", lost);
      }
    }
  }

  private static void await(Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  private void say(String format, Object... values) {
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    System.err.printf(
        Locale.ROOT, "[%5.1f s] %s%n", seconds, String.format(Locale.ROOT, format, values));
  }
}
