package dev.meetbot.storm;

import dev.meetbot.engine.internal.webhook.DeliverySender;
import dev.meetbot.engine.internal.webhook.OutboxDispatcher;
import dev.meetbot.engine.internal.webhook.RetrySchedule;
import dev.meetbot.model.WorkerId;
import dev.meetbot.provider.http.AddressPolicy;
import dev.meetbot.provider.http.HttpWebhookTransport;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.DuplicateJobException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Main class of the process under test: stores jobs with their messages and delivers them, both at
 * a time, going on where an earlier process of the same folder was killed. Tells of itself by lines
 * on standard output, and works until it is killed.
 */
final class StormServer {
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  private StormServer() {}

  /** Folder, number of deliveries, ports of the receivers. */
  public static void main(String[] args) throws Exception {
    StormPlan plan = StormPlan.of(Integer.parseInt(args[1]));
    List<Integer> ports = Arrays.stream(args[2].split(",")).map(Integer::valueOf).toList();
    JpaStorage storage = JpaStorage.h2(Path.of(args[0]));
    storage.migrate();
    InstantSource clock = InstantSource.system();
    DeliverySender sender =
        new DeliverySender(
            new HttpWebhookTransport(AddressPolicy.publicAnd(List.of("127.0.0.1"))),
            tenant -> List.of(SECRET),
            StormPlan.TIMEOUT);
    OutboxDispatcher dispatcher =
        new OutboxDispatcher(
            storage.outbox(),
            sender,
            new RetrySchedule(StormPlan.RETRIES, new Random()),
            clock,
            new WorkerId("storm-" + ProcessHandle.current().pid()),
            Thread::new);
    dispatcher.start();
    System.out.println("started");
    fill(plan, ports, storage, dispatcher);
    System.out.println("filled");
    watch(storage);
  }

  private static void fill(
      StormPlan plan, List<Integer> ports, JpaStorage storage, OutboxDispatcher dispatcher) {
    for (int i = 0; i < plan.jobs().size(); i++) {
      if (storage.jobs().find(plan.job(i).id()).isEmpty()) {
        try {
          storage.jobs().insert(plan.change(i, ports, Instant.now()));
          dispatcher.wake();
        } catch (DuplicateJobException e) {
          throw new IllegalStateException("nobody else fills this storage", e);
        }
      }
      if (i % 500 == 0) {
        heap();
      }
    }
  }

  private static void watch(JpaStorage storage) throws InterruptedException {
    while (true) {
      heap();
      DeliveryCounts counts = storage.outbox().counts();
      System.out.println("pending " + counts.pending() + " dead " + counts.dead());
      TimeUnit.SECONDS.sleep(1);
    }
  }

  /** What is in use after a collection. */
  private static void heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.println("heap " + (runtime.totalMemory() - runtime.freeMemory()));
  }
}
