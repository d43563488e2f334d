package dev.meetbot.engine.internal.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.IngestReceipt;
import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.IngestReport.Event;
import dev.meetbot.engine.IngestReport.Phase;
import dev.meetbot.engine.JobNotFoundException;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.WorkerId;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Reports in order, out of order, twice, at once, and of the wrong worker. */
final class IngestDeskTest {
  private static final WorkerId WORKER = new WorkerId("w1");
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryStorage storage = new MemoryStorage();
  private final JobTransitions transitions =
      new JobTransitions(
          storage.jobs(), new JobLifecycle(3, Duration.ofSeconds(5)), clock, List.of());
  private final IngestDesk desk =
      new IngestDesk(
          storage.jobs(), transitions, Duration.ofSeconds(30), Duration.ofSeconds(60), clock);

  private int made;

  private JobId claimed() {
    Job job = TestJobs.aQueuedJob(++made);
    transitions.insert(job);
    assertThat(desk.claim(WORKER, 10, false)).extracting(Job::id).contains(job.id());
    return job.id();
  }

  private static IngestReport report(JobId job, long sequence, Event event) {
    return report(job, sequence, event, null, null);
  }

  private static IngestReport report(
      JobId job, long sequence, Event event, Phase phase, FailureCode code) {
    boolean over = event == Event.CALL_OVER || event == Event.FINALIZED;
    return new IngestReport(
        job,
        WORKER,
        sequence,
        event,
        over ? EndReason.EVERYONE_LEFT : null,
        code,
        code == null ? null : "seen",
        phase,
        over,
        event == Event.FINALIZED ? "https://s.example/m" : null,
        null,
        List.of(),
        null);
  }

  private Job job(JobId id) {
    return storage.jobs().find(id).orElseThrow();
  }

  private static List<IngestReport> life(JobId id) {
    List<IngestReport> life = new ArrayList<>();
    for (Event event :
        List.of(
            Event.CLAIMED,
            Event.WAITING_ROOM,
            Event.ADMITTED,
            Event.RECORDING_STARTED,
            Event.RECORDING_PAUSED,
            Event.RECORDING_RESUMED,
            Event.RECORDING_STOPPED,
            Event.RECORDING_STARTED,
            Event.CALL_OVER,
            Event.FINALIZED)) {
      life.add(report(id, life.size() + 1, event));
    }
    return life;
  }

  @Test
  void aLifeInOrderEndsCompletedWithItsHistory() {
    JobId id = claimed();
    life(id).forEach(report -> assertThat(desk.receive(report).applied()).isTrue());
    Job job = job(id);
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.progress().endReason()).isEqualTo(EndReason.EVERYONE_LEFT);
    assertThat(job.progress().manifestUri()).isEqualTo("https://s.example/m");
    assertThat(job.history())
        .extracting(row -> row.status().wireName())
        .containsExactly(
            "queued",
            "joining",
            "in_call",
            "recording",
            "in_call",
            "recording",
            "finalizing",
            "completed");
  }

  @Test
  void anyOrderWithRepeatsEndsTheSame() {
    Random random = new Random(42);
    for (int i = 0; i < 400; i++) {
      JobId id = claimed();
      List<IngestReport> reports = new ArrayList<>(life(id));
      int upTo = 1 + random.nextInt(reports.size());
      reports = new ArrayList<>(reports.subList(0, upTo));
      IngestReport newest = reports.get(upTo - 1);
      Job expected = alone(newest, reports);
      reports.addAll(List.copyOf(reports.subList(0, random.nextInt(upTo + 1))));
      Collections.shuffle(reports, random);
      reports.forEach(desk::receive);
      Job found = job(id);
      assertThat(found.status()).as(newest.event().name()).isEqualTo(expected.status());
      assertThat(found.progress().endReason()).isEqualTo(expected.progress().endReason());
      assertThat(found.progress().manifestUri()).isEqualTo(expected.progress().manifestUri());
      assertThat(found.progress().reported()).isEqualTo(newest.sequence());
      assertThat(found.progress().recordingState()).isEqualTo(expected.progress().recordingState());
    }
  }

  /** Where the reports lead in their order. */
  private Job alone(IngestReport newest, List<IngestReport> reports) {
    JobId other = claimed();
    for (IngestReport report : reports) {
      desk.receive(report(other, report.sequence(), report.event()));
    }
    return job(other);
  }

  @Test
  void allAtOnceEndsTheSame() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(10);
    try {
      for (int round = 0; round < 100; round++) {
        JobId id = claimed();
        List<IngestReport> reports = life(id).subList(0, 7);
        CyclicBarrier start = new CyclicBarrier(reports.size());
        List<Future<IngestReceipt>> done = new ArrayList<>();
        for (IngestReport report : reports) {
          done.add(
              threads.submit(
                  () -> {
                    start.await();
                    return desk.receive(report);
                  }));
        }
        for (Future<IngestReceipt> one : done) {
          one.get();
        }
        assertThat(job(id).status()).isEqualTo(JobStatus.IN_CALL);
        assertThat(job(id).progress().recordingState()).isEqualTo(RecordingState.STOPPED);
        assertThat(job(id).progress().reported()).isEqualTo(7);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFaultInTheCallKeepsTheRecordingAlsoWhenTheStartWasLost() {
    JobId id = claimed();
    IngestReport fault = report(id, 5, Event.FAULTED, Phase.IN_CALL, FailureCode.NETWORK_LOSS);
    assertThat(desk.receive(fault).job().status()).isEqualTo(JobStatus.FINALIZING);
    assertThat(desk.receive(fault).reason()).isEqualTo("older_sequence");
    assertThat(desk.receive(report(id, 6, Event.FINALIZED)).job().status())
        .isEqualTo(JobStatus.FAILED);
  }

  @Test
  void aFaultBeforeTheDoorIsTriedAgainAndTheOldWorkerHasNoMoreSay() {
    JobId id = claimed();
    desk.receive(report(id, 1, Event.CLAIMED));
    IngestReport fault = report(id, 2, Event.FAULTED, Phase.JOINING, FailureCode.INTERNAL_ERROR);
    assertThat(desk.receive(fault).job().status()).isEqualTo(JobStatus.QUEUED);
    assertThat(desk.receive(fault).applied()).isFalse();
    assertThat(desk.receive(report(id, 3, Event.ADMITTED)).reason()).isEqualTo("not_yours");
    assertThat(job(id).status()).isEqualTo(JobStatus.QUEUED);
  }

  @Test
  void anotherWorkerIsNotHeard() {
    JobId id = claimed();
    IngestReport mine = report(id, 1, Event.CLAIMED);
    IngestReport other =
        new IngestReport(
            id,
            new WorkerId("w2"),
            1,
            Event.CLAIMED,
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            List.of(),
            null);
    assertThat(desk.receive(other).reason()).isEqualTo("not_yours");
    assertThat(desk.receive(mine).applied()).isTrue();
  }

  @Test
  void afterTheEndNothingChanges() {
    JobId id = claimed();
    life(id).forEach(desk::receive);
    long version = job(id).version();
    IngestReceipt late = desk.receive(report(id, 99, Event.ADMITTED));
    assertThat(late.applied()).isFalse();
    assertThat(late.reason()).isEqualTo("job_ended");
    assertThat(job(id).version()).isEqualTo(version);
  }

  @Test
  void theAnswerCarriesWhatClientsAskedUntilItIsDone() {
    JobId id = claimed();
    desk.receive(report(id, 1, Event.RECORDING_STARTED));
    BotCommand pause = new BotCommand("r1", BotVerb.PAUSE_RECORDING, null, clock.instant());
    transitions.change(id, (job, now) -> Optional.of(JobFacts.asked(job, pause, now)));
    assertThat(desk.receive(report(id, 2, Event.HEARTBEAT)).job().progress().commands())
        .containsExactly(pause);
    IngestReport paused =
        new IngestReport(
            id,
            WORKER,
            3,
            Event.RECORDING_PAUSED,
            null,
            null,
            null,
            null,
            true,
            null,
            4,
            List.of("r1"),
            null);
    Job after = desk.receive(paused).job();
    assertThat(after.progress().commands()).isEmpty();
    assertThat(after.progress().recordingState()).isEqualTo(RecordingState.PAUSED);
    assertThat(after.progress().participantCount()).isEqualTo(4);
  }

  @Test
  void aCancelIsSeenInTheAnswerAndTheReportsEndIt() {
    JobId id = claimed();
    desk.receive(report(id, 1, Event.RECORDING_STARTED));
    transitions.apply(id, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    assertThat(desk.receive(report(id, 2, Event.HEARTBEAT)).job().status())
        .isEqualTo(JobStatus.FINALIZING);
    assertThat(desk.receive(report(id, 3, Event.CALL_OVER)).applied()).isTrue();
    assertThat(desk.receive(report(id, 4, Event.FINALIZED)).job().status())
        .isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void aHeartbeatKeepsTheLease() {
    JobId id = claimed();
    desk.receive(report(id, 1, Event.CLAIMED));
    Instant later = clock.elapse(Duration.ofSeconds(20));
    assertThat(desk.receive(report(id, 2, Event.HEARTBEAT)).applied()).isTrue();
    assertThat(job(id).lease()).satisfies(lease -> assertThat(lease.renewedAt()).isEqualTo(later));
    clock.elapse(Duration.ofSeconds(20));
    assertThat(desk.claim(new WorkerId("w2"), 5, true)).isEmpty();
    clock.elapse(Duration.ofSeconds(20));
    assertThat(desk.claim(new WorkerId("w2"), 5, true)).hasSize(1);
  }

  @Test
  void anUnknownJobIsNotFound() {
    assertThatThrownBy(() -> desk.receive(report(new JobId("nope"), 1, Event.CLAIMED)))
        .isInstanceOf(JobNotFoundException.class);
  }
}
