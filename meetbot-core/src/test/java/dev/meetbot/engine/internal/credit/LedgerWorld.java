package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.BillingSettings;
import dev.meetbot.engine.internal.credit.Crashes.Crash;
import dev.meetbot.engine.internal.credit.LedgerModel.Call;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.RecordingTimes;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.LedgerEntry;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.Tenant;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.payment.Payment;
import dev.meetbot.spi.payment.PaymentNotice;
import dev.meetbot.spi.storage.StorageProvider;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A tenant's life at random: recordings, pauses, payments, bots and servers that die. Every step is
 * told to the model as well, and after every pass of the meter both must agree to the millionth.
 */
final class LedgerWorld {
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final WorkerId WORKER = new WorkerId("worker-1");
  private static final WorkerId HEIR = new WorkerId("worker-2");
  private static final long PRICE = 5_000;

  /** Thousands of jobs, each with its lines. */
  private static final Logger LOG = Logger.getLogger("dev.meetbot");

  /** One server's memory; gone with the server. */
  private record Node(
      JobTransitions transitions, Meter meter, TopUps topUps, TenantCredit credit) {}

  private final TenantId tenant = new TenantId("tenant-" + UUID.randomUUID());
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final Crashes crashes = new Crashes();
  private final StorageProvider storage;
  private final Random random;
  private final BillingSettings settings;
  private final LedgerModel model;
  private final Node[] nodes = new Node[2];
  private final List<JobId> alive = new ArrayList<>();
  private final List<PaymentNotice> sent = new ArrayList<>();
  private final boolean scarce;
  private int jobs;
  int crashed;

  LedgerWorld(StorageProvider real, long seed) {
    random = new Random(seed);
    storage = crashes.in(real);
    scarce = random.nextBoolean();
    settings =
        new BillingSettings(true, 60 * PRICE, scarce ? PRICE * random.nextInt(12) : 5_000_000);
    Logger.getLogger("dev.meetbot")
        .setLevel(Level.SEVERE); // thousands of jobs, each with its lines
    model = new LedgerModel(settings.freeCreditMicros(), PRICE);
    real.tenants().put(Tenant.created(tenant, "Acme", "sealed", clock.instant()));
    nodes[0] = node();
    nodes[1] = node();
  }

  private Node node() {
    Books books = new Books(storage.records(), true);
    JobTransitions transitions =
        new JobTransitions(
            storage.jobs(),
            new JobLifecycle(3, Duration.ofSeconds(5)),
            clock,
            List.of(),
            List.of(new RecordingTimes(SILENCE), books));
    TenantCredit credit = new TenantCredit(storage.ledger(), settings, clock);
    Meter meter = new Meter(storage, transitions, credit, books, new Prices(60 * PRICE), clock);
    return new Node(transitions, meter, new TopUps(storage, clock), credit);
  }

  /** So many random things happen; then everything ends and the books are compared. */
  void live(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
    }
    for (JobId id : List.copyOf(alive)) {
      end(id);
    }
    pass();
    pass();
    compareEnds();
  }

  /** How many recorded jobs failed so. */
  long ended(FailureCode code) {
    return model.calls.values().stream()
        .filter(call -> call.failure == code && !call.stretches.isEmpty())
        .count();
  }

  private void step() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> elapse();
      case 3 -> begin();
      case 4, 5 -> some().ifPresent(this::toggle);
      case 6 -> some().ifPresent(this::end);
      case 7 -> some().ifPresent(this::botDies);
      case 8, 9 -> pay();
      default -> pass();
    }
  }

  private void elapse() {
    long[] choices = {1, 999, 60_000, 120_000, random.nextInt(200_000), random.nextInt(20_000)};
    Instant now = clock.elapse(Duration.ofMillis(choices[random.nextInt(choices.length)]));
    alive.forEach(id -> beat(id, now));
  }

  private void beat(JobId id, Instant now) {
    safely(node -> storage.jobs().renewLease(id, WORKER, now), () -> false);
    model.calls.get(id.value()).seenAt = now;
  }

  private Optional<JobId> some() {
    return alive.isEmpty()
        ? Optional.empty()
        : Optional.of(alive.get(random.nextInt(alive.size())));
  }

  private void begin() {
    if (alive.size() > 4) {
      return;
    }
    Instant now = clock.instant();
    // the ids of several worlds in one database must not meet
    JobId id = new JobId(UUID.nameUUIDFromBytes((tenant + "/" + ++jobs).getBytes()).toString());
    Job plain = TestJobs.aQueuedJob(jobs, tenant, "meeting-" + jobs, now);
    Job job = Job.queued(id, tenant, plain.spec(), now, now);
    crashes.never();
    nodes[0].transitions().insert(job);
    assertThat(storage.jobs().claimDue(WORKER, now, now.minus(SILENCE), 9)).hasSize(1);
    Call call = new Call();
    call.seenAt = now;
    model.calls.put(id.value(), call);
    alive.add(id);
    trigger(id, Trigger.of(Trigger.Kind.CLAIMED));
    trigger(id, Trigger.of(Trigger.Kind.ADMITTED));
    if (random.nextInt(4) > 0) {
      toggle(id);
    }
  }

  /** Starts, pauses, resumes or stops the recording, whatever is possible. */
  private void toggle(JobId id) {
    Job job = job(id);
    Call call = model.calls.get(id.value());
    boolean recording = job.progress().recordingState() == RecordingState.RECORDING;
    if (job.status() == JobStatus.IN_CALL) {
      trigger(id, Trigger.of(Trigger.Kind.RECORDING_STARTED));
      call.since = clock.instant();
    } else if (job.status() == JobStatus.RECORDING && random.nextInt(4) == 0) {
      trigger(id, Trigger.of(Trigger.Kind.RECORDING_STOPPED));
      call.stop(clock.instant());
    } else if (job.status() == JobStatus.RECORDING) {
      state(id, recording ? RecordingState.PAUSED : RecordingState.RECORDING);
      if (recording) {
        call.stop(clock.instant());
      } else {
        call.since = clock.instant();
      }
    }
  }

  private void end(JobId id) {
    Call call = model.calls.get(id.value());
    if (!call.leftCall) {
      FailureCode[] codes = {
        null,
        null,
        FailureCode.REMOVED_FROM_MEETING,
        FailureCode.NETWORK_LOSS,
        FailureCode.INTERNAL_ERROR,
        FailureCode.RECORDING_DISABLED
      };
      FailureCode code = codes[random.nextInt(codes.length)];
      leave(id, call, code, clock.instant());
    }
    finish(id, call);
  }

  private void leave(JobId id, Call call, FailureCode code, Instant recordedUntil) {
    trigger(
        id,
        code != null
            ? Trigger.callOver(EndReason.FAULT, code, "so it went")
            : random.nextBoolean()
                ? Trigger.callOver(EndReason.EVERYONE_LEFT)
                : Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    call.leftCall = true;
    call.failure = code;
    call.stop(recordedUntil);
  }

  private void finish(JobId id, Call call) {
    if (random.nextBoolean()) {
      pass();
    }
    if (random.nextInt(5) == 0) {
      trigger(id, Trigger.broken("the disk is full"));
      call.failure = call.failure == null ? FailureCode.INTERNAL_ERROR : call.failure;
    } else {
      trigger(id, Trigger.finalized("https://bots.example/manifest"));
    }
    call.ended = true;
    alive.remove(id);
  }

  /** No heartbeat any more; a client cancels, or another server takes over. */
  private void botDies(JobId id) {
    Call call = model.calls.get(id.value());
    if (call.leftCall) {
      return;
    }
    alive.remove(id);
    Instant last = call.seenAt;
    elapse();
    if (random.nextBoolean()) {
      pass();
    }
    Instant now = clock.instant();
    if (call.leftCall) {
      // the meter called it back meanwhile: nothing was recorded since the last heartbeat
    } else if (random.nextBoolean()) {
      leave(id, call, null, now.isAfter(last.plus(SILENCE)) ? last : now);
    } else {
      clock.elapse(SILENCE.plusMillis(1));
      alive.forEach(other -> beat(other, clock.instant()));
      Instant later = clock.instant();
      storage.jobs().claimAbandoned(HEIR, later, later.minus(SILENCE), 99);
      leave(id, call, FailureCode.INTERNAL_ERROR, later);
    }
    finish(id, call);
  }

  private void pay() {
    boolean again = !sent.isEmpty() && random.nextInt(3) == 0;
    PaymentNotice notice = again ? sent.get(random.nextInt(sent.size())) : newNotice();
    if (!again) {
      sent.add(notice);
    }
    safely(node -> node.topUps().apply("stripe", notice), () -> false);
    Payment payment = notice.payment();
    if (payment != null && payment.tenant().equals(tenant.value())) {
      model.pay(payment.reference(), payment.amountMicros());
    }
  }

  private PaymentNotice newNotice() {
    String id = "evt_" + tenant + "_" + sent.size();
    if (random.nextInt(5) == 0) {
      return new PaymentNotice(id, "invoice.paid", null);
    }
    boolean samePurchase = !sent.isEmpty() && random.nextInt(4) == 0;
    Payment earlier = samePurchase ? sent.get(random.nextInt(sent.size())).payment() : null;
    Payment fresh =
        new Payment(
            "cs_" + id,
            random.nextInt(6) == 0 ? "nobody" : tenant.value(),
            10_000L * (1 + random.nextInt(5)));
    return new PaymentNotice(id, "checkout.session.completed", earlier == null ? fresh : earlier);
  }

  /** A pass that may die on the way; with little credit the next one follows at once. */
  private void pass() {
    boolean done;
    do {
      done = pass(random.nextInt(3) == 0 ? random.nextInt(12) : -1);
    } while (!done && (scarce || random.nextBoolean()));
    if (!done) {
      elapse();
      pass(-1);
    }
    model.pass(clock.instant());
    assertThat(nodes[0].credit().balanceMicros(tenant)).isEqualTo(model.balance);
  }

  private boolean pass(int crashAfter) {
    int which = random.nextInt(nodes.length);
    if (crashAfter >= 0) {
      crashes.after(crashAfter);
    }
    try {
      nodes[which].meter().pass();
      return true;
    } catch (Crash e) {
      crashed++;
      nodes[which] = node();
      return false;
    } finally {
      crashes.never();
    }
  }

  private void trigger(JobId id, Trigger trigger) {
    long version = job(id).version();
    safely(node -> node.transitions().apply(id, trigger), () -> job(id).version() > version);
  }

  private void state(JobId id, RecordingState state) {
    long version = job(id).version();
    safely(
        node -> node.transitions().change(id, (job, at) -> Optional.of(paused(job, state, at))),
        () -> job(id).version() > version);
  }

  private static JobChange paused(Job job, RecordingState state, Instant at) {
    Job changed =
        new Job(
            job.id(),
            job.tenant(),
            job.version() + 1,
            job.spec(),
            job.progress().with(edit -> edit.recordingState = state),
            job.lease(),
            job.history(),
            job.createdAt(),
            at);
    return new JobChange(changed, List.of());
  }

  private interface Act {
    void on(Node node);
  }

  private interface Check {
    boolean holds();
  }

  /** Does it on some server, again on a new one when that one dies, until it is done. */
  private void safely(Act act, Check doneAlready) {
    if (random.nextInt(8) == 0) {
      crashes.after(random.nextInt(6));
    }
    while (true) {
      int which = random.nextInt(nodes.length);
      try {
        act.on(nodes[which]);
        crashes.never();
        return;
      } catch (Crash e) {
        crashed++;
        nodes[which] = node();
        if (doneAlready.holds()) {
          return;
        }
      }
    }
  }

  private Job job(JobId id) {
    return storage.jobs().find(id).orElseThrow();
  }

  private void compareEnds() {
    List<LedgerEntry> entries = storage.ledger().list(tenant, null, 100_000);
    assertThat(entries.stream().mapToLong(LedgerEntry::amountMicros).sum())
        .isEqualTo(model.balance);
    for (Map.Entry<String, Call> call : model.calls.entrySet()) {
      JobId id = new JobId(call.getKey());
      int minutes = call.getValue().billedMinutes();
      assertThat(job(id).progress().billedSeconds()).isEqualTo(60L * minutes);
      long paid =
          entries.stream().filter(e -> id.equals(e.job())).mapToLong(e -> -e.amountMicros()).sum();
      assertThat(paid).isEqualTo(minutes * PRICE);
      assertThat(storage.records().find(Sheet.KIND, id.value(), clock.instant())).isEmpty();
    }
  }
}
