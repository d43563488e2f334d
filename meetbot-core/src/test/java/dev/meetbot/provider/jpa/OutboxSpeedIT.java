package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.DeliveryAttempt;
import dev.meetbot.model.Job;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.ClaimRoom;
import dev.meetbot.tck.TestJobs;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims among 20,000 pending deliveries, most of them behind receivers that are full. */
final class OutboxSpeedIT {
  private static final int JOBS = 4000;
  private static final int PER_JOB = 5;
  private static final int URLS = 50;
  private static final int FULL = 45;
  private static final Duration BOUND = Duration.ofSeconds(2);

  @Test
  @Tag("long")
  void aClaimAmongTwentyThousandIsQuick(@TempDir Path folder) throws Exception {
    try (JpaStorage storage = JpaStorage.h2(folder)) {
      storage.migrate();
      for (int i = 0; i < JOBS; i++) {
        Job job = TestJobs.aQueuedJob(i);
        WebhookMessage[] messages = new WebhookMessage[PER_JOB];
        for (int s = 0; s < PER_JOB; s++) {
          messages[s] = TestJobs.aMessage(job, s, url(i % URLS));
        }
        storage.jobs().insert(TestJobs.created(job, messages));
      }
      Map<URI, Integer> full = new HashMap<>();
      for (int i = 0; i < FULL; i++) {
        full.put(URI.create(url(i)), 4);
      }
      List<Long> empty = new ArrayList<>();
      List<Long> some = new ArrayList<>();
      for (int round = 0; round < 40; round++) {
        long start = System.nanoTime();
        List<Delivery> claimed = claim(storage, new ClaimRoom(8, 4, 99_999, full, Map.of()));
        some.add(System.nanoTime() - start);
        assertThat(claimed).hasSize(8);
        claimed.forEach(
            d ->
                storage
                    .outbox()
                    .recordAttempt(
                        d.message().id(),
                        new DeliveryAttempt(1, TestJobs.NOW, 200, null, null),
                        Delivery.State.DELIVERED,
                        null));
        Map<URI, Integer> all = new HashMap<>(full);
        for (int i = FULL; i < URLS; i++) {
          all.put(URI.create(url(i)), 4);
        }
        start = System.nanoTime();
        assertThat(claim(storage, new ClaimRoom(8, 4, 99_999, all, Map.of()))).isEmpty();
        empty.add(System.nanoTime() - start);
      }
      String report =
          "claims among "
              + JOBS * PER_JOB
              + " pending: some "
              + median(some).toMillis()
              + " ms, none "
              + median(empty).toMillis()
              + " ms (medians of 40)\n"
              + plan(storage);
      Files.writeString(Path.of("target", "outbox-speed.txt"), report);
      assertThat(median(some)).as(report).isLessThan(BOUND);
      assertThat(median(empty)).as(report).isLessThan(BOUND);
      assertThat(plan(storage)).containsIgnoringCase("meetbot_delivery_head");
    }
  }

  private static List<Delivery> claim(JpaStorage storage, ClaimRoom room) {
    return storage.outbox().claimDue(TestJobs.WORKER, TestJobs.NOW, Duration.ofSeconds(30), room);
  }

  private static String url(int number) {
    return "https://receiver-" + number + ".example/hook";
  }

  private static Duration median(List<Long> nanos) {
    return Duration.ofNanos(nanos.stream().sorted().toList().get(nanos.size() / 2));
  }

  private static String plan(JpaStorage storage) throws Exception {
    try (Connection connection = storage.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet lines =
            statement.executeQuery(
                "explain select d.id from meetbot_delivery d where d.state = 'PENDING'"
                    + " and d.next_attempt_at <= current_timestamp"
                    + " and (d.claimed_until is null or d.claimed_until <= current_timestamp)"
                    + " and d.url not in ('a', 'b') and not exists (select 1 from"
                    + " meetbot_delivery o where o.job_id = d.job_id and o.url = d.url"
                    + " and o.state = 'PENDING' and o.seq < d.seq)"
                    + " order by d.state, d.next_attempt_at, d.id fetch first 200 rows only")) {
      lines.next();
      return lines.getString(1);
    }
  }
}
