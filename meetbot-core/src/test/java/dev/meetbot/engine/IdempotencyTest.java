package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.Idempotency.Mismatch;
import dev.meetbot.engine.Idempotency.Replay;
import dev.meetbot.engine.Idempotency.Run;
import dev.meetbot.engine.Idempotency.Start;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IdempotencyTest {
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryStorage storage = new MemoryStorage();
  private final Idempotency here = onAnotherServer();
  private final Caller caller = new Caller(new TenantId("t1"), KeyScope.LIVE, "key_1");
  private final StoredAnswer answer =
      new StoredAnswer(
          201,
          Map.of("Location", "/x"),
          "{\"apiKey\":\"s3cret\"}".getBytes(StandardCharsets.UTF_8));

  private Idempotency onAnotherServer() {
    return new Idempotency(
        storage.records(), new SecretBox(new byte[32], new SecureRandom()), clock);
  }

  private Start begin(String fingerprint) {
    return here.begin(caller, "k", fingerprint);
  }

  private static Run run(Start start) {
    assertThat(start).isInstanceOf(Run.class);
    return (Run) start;
  }

  @Test
  void the_first_answer_is_given_again_on_every_server_for_a_day() {
    here.complete(run(begin("a")), answer);
    Replay again = (Replay) onAnotherServer().begin(caller, "k", "a");
    assertThat(again.answer().status()).isEqualTo(201);
    assertThat(again.answer().headers()).isEqualTo(answer.headers());
    assertThat(again.answer().body()).isEqualTo(answer.body());
    clock.elapse(Idempotency.KEPT);
    run(begin("a"));
  }

  @Test
  void another_request_with_the_same_key_is_told_so() {
    Run first = run(begin("a"));
    assertThat(begin("b")).isInstanceOf(Mismatch.class);
    here.complete(first, answer);
    assertThat(begin("b")).isInstanceOf(Mismatch.class);
  }

  @Test
  void tenants_and_keys_without_one_have_names_of_their_own() {
    run(begin("a"));
    run(here.begin(new Caller(new TenantId("t2"), KeyScope.LIVE, "key_2"), "k", "b"));
    run(here.begin(new Caller(null, KeyScope.WORKER, "key_3"), "k", "b"));
    run(here.begin(new Caller(null, KeyScope.WORKER, "key_4"), "k", "b"));
  }

  @Test
  void an_abandoned_request_leaves_the_key_free_for_any() {
    here.abandon(run(begin("a")));
    run(begin("b"));
  }

  @Test
  void a_crash_blocks_the_key_for_a_minute_only_and_the_late_answer_of_the_first_is_dropped() {
    Run crashed = run(begin("a"));
    clock.elapse(Duration.ofSeconds(61));
    Run second = run(begin("a"));
    here.complete(crashed, new StoredAnswer(200, Map.of(), new byte[0]));
    here.complete(second, answer);
    assertThat(((Replay) begin("a")).answer().status()).isEqualTo(201);
  }

  @Test
  void who_comes_while_the_first_runs_waits_for_its_answer() throws Exception {
    Run first = run(begin("a"));
    CompletableFuture<Start> second = CompletableFuture.supplyAsync(() -> begin("a"));
    CompletableFuture<Start> elsewhere =
        CompletableFuture.supplyAsync(() -> onAnotherServer().begin(caller, "k", "a"));
    here.complete(first, answer);
    assertThat(second.get()).isInstanceOf(Replay.class);
    assertThat(elsewhere.get()).isInstanceOf(Replay.class);
  }

  @Test
  void answers_are_sealed_and_one_too_long_is_not_kept() {
    here.complete(run(begin("a")), answer);
    String stored =
        storage.records().find("idempotency", "t1/k", clock.instant()).orElseThrow().value();
    assertThat(stored).doesNotContain("s3cret").doesNotContain("Location");
    Run long1 = run(here.begin(caller, "long", "a"));
    here.complete(long1, new StoredAnswer(200, Map.of(), new byte[1 << 20]));
    run(here.begin(caller, "long", "a"));
  }
}
