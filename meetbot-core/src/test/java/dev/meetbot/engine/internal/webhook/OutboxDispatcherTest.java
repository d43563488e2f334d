package dev.meetbot.engine.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Delivery;
import dev.meetbot.model.Job;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxDispatcherTest {
  private static final String SLOW = "https://slow.example/hook";
  private static final String FAST = "https://fast.example/hook";
  private static final String GONE = "https://gone.example/hook";
  private static final String BUSY = "https://busy.example/hook";
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryStorage storage = new MemoryStorage();
  private final Receivers receivers = new Receivers();
  private final OutboxDispatcher dispatcher =
      new OutboxDispatcher(
          storage.outbox(),
          new DeliverySender(receivers, tenant -> List.of(SECRET), Duration.ofSeconds(10)),
          new RetrySchedule(List.of(Duration.ZERO, Duration.ofSeconds(5)), new Random(1)),
          clock,
          TestJobs.WORKER,
          Thread::new);

  @AfterEach
  void close() {
    receivers.open.countDown();
    dispatcher.close();
  }

  @Test
  void a_receiver_that_hangs_delays_nobody_else() throws Exception {
    for (int i = 1; i <= 200; i++) {
      insert(i, TestJobs.TENANT, SLOW, 1);
    }
    for (int i = 201; i <= 220; i++) {
      insert(i, TestJobs.TENANT, FAST, 3);
    }
    dispatcher.start();
    for (int i = 0; i < 60; i++) {
      assertThat(receivers.arrived.poll(30, TimeUnit.SECONDS)).as("fast one " + i).isNotNull();
    }
    assertThat(receivers.inside(SLOW)).isBetween(1, 4);
    assertThat(storage.outbox().counts().pending()).isGreaterThanOrEqualTo(200);
    receivers.open.countDown();
    await(() -> storage.outbox().counts().pending() == 0);
    assertThat(receivers.most(SLOW)).isLessThanOrEqualTo(4);
  }

  @Test
  void one_tenant_with_many_hanging_receivers_leaves_senders_to_the_others() throws Exception {
    for (int i = 1; i <= 100; i++) {
      insert(i, TestJobs.TENANT, SLOW + "?" + i, 1);
    }
    insert(101, TestJobs.OTHER_TENANT, FAST, 1);
    dispatcher.start();
    assertThat(receivers.arrived.poll(30, TimeUnit.SECONDS)).isNotNull();
    await(() -> receivers.all.get() == 32);
    assertThat(receivers.all).hasValue(32);
  }

  @Test
  void a_url_that_is_gone_gets_nothing_more() throws Exception {
    Job first = insert(1, TestJobs.TENANT, GONE, 3);
    dispatcher.start();
    await(() -> storage.outbox().counts().dead() == 3);
    List<Delivery> deliveries = storage.outbox().list(first.id());
    assertThat(deliveries).allSatisfy(d -> assertThat(d.attempts()).hasSize(1));
    assertThat(deliveries.get(0).attempts().get(0).httpStatus()).isEqualTo(410);
    assertThat(deliveries.get(1).attempts().get(0).error()).contains("not sent").contains("410");
    assertThat(receivers.requests(GONE)).isEqualTo(1);

    insert(2, TestJobs.OTHER_TENANT, GONE, 1);
    dispatcher.wake();
    await(() -> storage.outbox().counts().dead() == 4);
    assertThat(receivers.requests(GONE)).as("another tenant finds out by itself").isEqualTo(2);
  }

  @Test
  void a_busy_receiver_is_left_alone_for_as_long_as_it_asks() throws Exception {
    Job job = insert(1, TestJobs.TENANT, BUSY, 1);
    dispatcher.start();
    await(() -> storage.outbox().list(job.id()).get(0).attempts().size() == 1);
    Delivery waiting = storage.outbox().list(job.id()).get(0);
    assertThat(waiting.state()).isEqualTo(Delivery.State.PENDING);
    assertThat(waiting.nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(120));
    clock.elapse(Duration.ofSeconds(120));
    dispatcher.wake();
    await(() -> storage.outbox().list(job.id()).get(0).attempts().size() == 2);
  }

  private Job insert(int number, TenantId tenant, String url, int messages) {
    Job job = TestJobs.aQueuedJob(number, tenant, "job-" + number, TestJobs.NOW);
    WebhookMessage[] all = new WebhookMessage[messages];
    for (int i = 0; i < messages; i++) {
      all[i] = TestJobs.aMessage(job, i, url);
    }
    storage.jobs().insert(TestJobs.created(job, all));
    return job;
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("in time").isLessThan(end);
      Thread.yield();
    }
  }

  /** Answers by the host: hangs until it is opened, is fine, gone, or busy. */
  private static final class Receivers implements WebhookTransport {
    final CountDownLatch open = new CountDownLatch(1);
    final BlockingQueue<URI> arrived = new LinkedBlockingQueue<>();
    final AtomicInteger all = new AtomicInteger();
    private final Map<URI, AtomicInteger> inside = new ConcurrentHashMap<>();
    private final Map<URI, AtomicInteger> most = new ConcurrentHashMap<>();
    private final Map<URI, AtomicInteger> requests = new ConcurrentHashMap<>();

    int inside(String url) {
      return count(inside, URI.create(url)).get();
    }

    int most(String url) {
      return count(most, URI.create(url)).get();
    }

    int requests(String url) {
      return count(requests, URI.create(url)).get();
    }

    private static AtomicInteger count(Map<URI, AtomicInteger> counts, URI url) {
      return counts.computeIfAbsent(url, u -> new AtomicInteger());
    }

    @Override
    public DeliveryResult send(WebhookRequest request, Duration timeout) {
      URI url = request.url();
      count(requests, url).incrementAndGet();
      switch (url.getHost()) {
        case "gone.example":
          return DeliveryResult.answered(410, null, "");
        case "busy.example":
          return DeliveryResult.answered(429, "120", "");
        case "fast.example":
          arrived.add(url);
          return DeliveryResult.answered(200, null, "");
        default:
          return hang(url);
      }
    }

    private DeliveryResult hang(URI url) {
      int now = count(inside, url).incrementAndGet();
      count(most, url).accumulateAndGet(now, Math::max);
      all.incrementAndGet();
      try {
        open.await();
        return DeliveryResult.answered(200, null, "");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return DeliveryResult.unreachable("interrupted");
      } finally {
        count(inside, url).decrementAndGet();
        all.decrementAndGet();
      }
    }

    @Override
    public void close() {
      open.countDown();
    }
  }
}
