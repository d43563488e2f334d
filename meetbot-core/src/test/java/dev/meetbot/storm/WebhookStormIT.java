package dev.meetbot.storm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.provider.jpa.JpaStorage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of deliveries to fifty receivers, twenty of which misbehave, by a process that is
 * killed twice meanwhile. {@code bin/storm} runs it in full; {@code meetbot.storm.deliveries} says
 * how many deliveries there are.
 */
final class WebhookStormIT {
  private static final int DELIVERIES = Integer.getInteger("meetbot.storm.deliveries", 2000);
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final int KILLS = 2;

  /** As many as may be on their way when the process is killed. */
  private static final int SENDERS = 64;

  @TempDir static Path folder;

  private final StormPlan plan = StormPlan.of(DELIVERIES);
  private final Map<String, Object> figures = new TreeMap<>();

  @Test
  void nothingIsLostReorderedOrSentAgainAfterSuccess() throws Exception {
    long start = System.nanoTime();
    List<Long> heaps = new ArrayList<>();
    try (StormReceiver.All receivers = StormReceiver.All.open()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        try (StormProcess server = StormProcess.start(folder, DELIVERIES, receivers.ports())) {
          int enough = plan.deliveries() * kill / (KILLS + 2);
          await(server, () -> receivers.accepted() >= enough);
          server.kill();
          heaps.addAll(server.heaps());
        }
      }
      try (StormProcess server = StormProcess.start(folder, DELIVERIES, receivers.ports())) {
        await(server, () -> receivers.accepted(Manner.FINE) >= deliverable(Manner.FINE));
        figures.put("secondsUntilFineReceiversHadAll", seconds(start));
        await(server, server::done);
        server.kill();
        heaps.addAll(server.heaps());
        assertThatMemoryIsFlat(server.heaps());
      }
      figures.put("seconds", seconds(start));
      figures.put("deliveries", plan.deliveries());
      figures.put("kills", KILLS);
      figures.put("heapMegabytesAfterGc", heaps.stream().map(h -> h >> 20).toList());
      check(receivers.arrivals());
    } finally {
      Files.writeString(Path.of("target", "storm.txt"), figures + "\n");
    }
  }

  private static long seconds(long start) {
    return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
  }

  private int deliverable(Manner manner) {
    int jobs = 0;
    for (int job = 0; job < plan.jobs().size(); job++) {
      jobs += plan.manner(job) == manner ? 1 : 0;
    }
    return jobs * StormPlan.PER_JOB;
  }

  private static void await(StormProcess server, BooleanSupplier condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(server.alive()).as(Files.readString(folder.resolve("server.log"))).isTrue();
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /** The last third of the readings is no higher than the first third, but for a little. */
  private static void assertThatMemoryIsFlat(List<Long> heaps) {
    int third = Math.max(1, heaps.size() / 3);
    long early = Collections.max(heaps.subList(0, third));
    long late = Collections.max(heaps.subList(heaps.size() - third, heaps.size()));
    assertThat(late).as("heap after GC, from " + heaps).isLessThan(early + (24L << 20));
  }

  private void check(Map<Integer, List<StormReceiver.Arrival>> arrivals) {
    int delivered = 0;
    int dead = 0;
    int attempts = 0;
    int unrecorded = 0;
    int twice = 0;
    int late = 0;
    int requests = arrivals.values().stream().mapToInt(List::size).sum();
    Map<Integer, List<StormReceiver.Arrival>> byJob = byJob(arrivals);
    try (JpaStorage storage = JpaStorage.h2(folder)) {
      storage.migrate();
      for (int job = 0; job < plan.jobs().size(); job++) {
        List<StormReceiver.Arrival> ofJob = byJob.getOrDefault(job, List.of());
        assertThat(ofJob.stream().map(StormReceiver.Arrival::sequence).toList())
            .as("order of job " + job + " at a receiver that is " + plan.manner(job))
            .isSortedAccordingTo(Comparator.naturalOrder());
        List<Delivery> deliveries = storage.outbox().list(plan.job(job).id());
        assertThat(deliveries).hasSize(StormPlan.PER_JOB);
        for (Delivery delivery : deliveries) {
          boolean success = checkRecord(plan.manner(job), delivery);
          delivered += success ? 1 : 0;
          dead += success ? 0 : 1;
          attempts += delivery.attempts().size();
          List<StormReceiver.Arrival> own =
              ofJob.stream().filter(a -> a.sequence() == delivery.message().sequence()).toList();
          int accepted = (int) own.stream().filter(StormReceiver.Arrival::accepted).count();
          assertThat(accepted > 0).as("a recorded success is one").isEqualTo(success);
          int open = Math.max(0, own.size() - delivery.attempts().size());
          unrecorded += open;
          twice += accepted > 1 && open > 0 ? 1 : 0;
          late += accepted > 1 && open == 0 ? 1 : 0;
          checkRetryAfter(plan.manner(job), own);
        }
      }
    }
    figures.put("delivered", delivered);
    figures.put("dead", dead);
    figures.put("attemptsRecorded", attempts);
    figures.put("requestsReceived", requests);
    figures.put("requestsInFlightAtAKill", unrecorded);
    figures.put("acceptedTwiceByAKill", twice);
    figures.put("acceptedAfterTheTimeout", late);
    assertThat(delivered + dead).isEqualTo(plan.deliveries());
    assertThat(unrecorded).isLessThanOrEqualTo(KILLS * SENDERS);
  }

  private static Map<Integer, List<StormReceiver.Arrival>> byJob(
      Map<Integer, List<StormReceiver.Arrival>> arrivals) {
    Map<Integer, List<StormReceiver.Arrival>> byJob = new HashMap<>();
    for (List<StormReceiver.Arrival> own : arrivals.values()) {
      List<StormReceiver.Arrival> sorted = new ArrayList<>(own);
      sorted.sort(Comparator.comparing(StormReceiver.Arrival::order));
      sorted.forEach(a -> byJob.computeIfAbsent(a.job(), j -> new ArrayList<>()).add(a));
    }
    return byJob;
  }

  /** Delivered or dead by the receiver's manner; nothing was tried after a success. */
  private static boolean checkRecord(Manner manner, Delivery delivery) {
    List<DeliveryAttempt> attempts = delivery.attempts();
    boolean success = delivery.state() == Delivery.State.DELIVERED;
    String story = manner + ": " + delivery;
    assertThat(delivery.state()).as(story).isNotEqualTo(Delivery.State.PENDING);
    assertThat(success).as(story).isEqualTo(manner.delivered());
    for (int i = 0; i < attempts.size(); i++) {
      boolean last = i == attempts.size() - 1;
      assertThat(attempts.get(i).number()).as(story).isEqualTo(i + 1);
      assertThat(attempts.get(i).error() == null).as(story).isEqualTo(success && last);
    }
    if (manner == Manner.GONE) {
      assertThat(attempts).as(story).hasSize(1);
    } else if (!success) {
      assertThat(attempts).as(story).hasSize(1 + StormPlan.RETRIES.size());
    }
    return success;
  }

  /** From the first 429 to the next attempt there is the second that was asked for. */
  private static void checkRetryAfter(Manner manner, List<StormReceiver.Arrival> own) {
    if (manner != Manner.BUSY) {
      return;
    }
    long refused =
        own.stream().filter(a -> a.attempt() == 1).mapToLong(a -> a.nanos()).min().orElseThrow();
    long next =
        own.stream().filter(a -> a.attempt() == 2).mapToLong(a -> a.nanos()).min().orElseThrow();
    assertThat(Duration.ofNanos(next - refused)).isGreaterThanOrEqualTo(Duration.ofMillis(990));
  }
}
