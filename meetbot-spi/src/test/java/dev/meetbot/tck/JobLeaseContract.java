package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_WORKER;
import static dev.meetbot.tck.TestJobs.TENANT;
import static dev.meetbot.tck.TestJobs.WORKER;
import static dev.meetbot.tck.TestJobs.aJob;
import static dev.meetbot.tck.TestJobs.aQueuedJob;
import static dev.meetbot.tck.TestJobs.created;
import static dev.meetbot.tck.TestJobs.jobId;
import static dev.meetbot.tck.TestJobs.moved;
import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.Progress;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.JobStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Claiming jobs, holding them and losing them. */
public interface JobLeaseContract extends StorageUnderTest {
  /** Leases renewed before this time are over. */
  Instant EXPIRED = NOW.minusSeconds(30);

  private JobStore jobs() {
    return storage().jobs();
  }

  @Test
  default void aWorkerClaimsDueJobsOldestFirst() {
    insertDueAt(1, NOW.minusSeconds(1));
    insertDueAt(2, NOW.minusSeconds(3));
    insertDueAt(3, NOW);
    insertDueAt(4, NOW.plusMillis(1));

    List<Job> claimed = jobs().claimDue(WORKER, NOW, EXPIRED, 2);
    assertThat(claimed).extracting(Job::id).containsExactly(jobId(2), jobId(1));
    assertThat(claimed)
        .allSatisfy(
            job -> {
              assertThat(job.lease()).isEqualTo(new Lease(WORKER, NOW));
              assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
              assertThat(job.version()).isEqualTo(1);
              assertThat(jobs().find(job.id())).contains(job);
            });
    assertThat(jobs().claimDue(WORKER, NOW, EXPIRED, 9))
        .extracting(Job::id)
        .containsExactly(jobId(3));
    assertThat(jobs().claimDue(WORKER, NOW, EXPIRED, 9)).isEmpty();
  }

  @Test
  default void jobsAreClaimedAheadOfTheirTimeOrOnlyTheLateOnes() {
    insertDueAt(1, NOW.minusSeconds(60));
    insertDueAt(2, NOW);
    insertDueAt(3, NOW.plusSeconds(30));
    insertDueAt(4, NOW.plusSeconds(31));

    assertThat(jobs().claimDue(WORKER, NOW, NOW.minusSeconds(60), EXPIRED, 9))
        .extracting(Job::id)
        .containsExactly(jobId(1));
    List<Job> ahead = jobs().claimDue(WORKER, NOW, NOW.plusSeconds(30), EXPIRED, 9);
    assertThat(ahead).extracting(Job::id).containsExactly(jobId(2), jobId(3));
    assertThat(ahead).allSatisfy(job -> assertThat(job.lease()).isEqualTo(new Lease(WORKER, NOW)));
  }

  @Test
  default void onlyQueuedJobsAreClaimed() {
    int number = 1;
    for (JobStatus status : JobStatus.values()) {
      jobs().insert(created(inStatus(number++, status, null)));
    }
    assertThat(jobs().claimDue(WORKER, NOW, EXPIRED, 99))
        .extracting(Job::status)
        .containsExactly(JobStatus.QUEUED);
  }

  @Test
  default void aLeasedJobIsClaimedAgainOnlyAfterItsLeaseIsOver() {
    jobs().insert(created(aJob()));
    jobs().claimDue(WORKER, NOW, EXPIRED, 1);

    assertThat(jobs().claimDue(OTHER_WORKER, NOW.plusSeconds(30), NOW, 1)).isEmpty();
    assertThat(jobs().claimDue(OTHER_WORKER, NOW.plusSeconds(31), NOW.plusMillis(1), 1))
        .containsExactly(aJob().withLease(new Lease(OTHER_WORKER, NOW.plusSeconds(31))));
    assertThat(jobs().renewLease(aJob().id(), WORKER, NOW.plusSeconds(32))).isEmpty();
  }

  @Test
  default void workersThatClaimAtOnceNeverShareAJobAndLeaveNoneBehind() {
    for (int i = 0; i < 60; i++) {
      insertDueAt(i, NOW);
    }
    List<List<JobId>> claimed =
        Race.run(
            6,
            i ->
                () -> {
                  List<JobId> mine = new ArrayList<>();
                  WorkerId worker = new WorkerId("racer-" + i);
                  for (int round = 0; round < 15; round++) {
                    jobs().claimDue(worker, NOW, EXPIRED, 4).forEach(job -> mine.add(job.id()));
                  }
                  return mine;
                });
    List<JobId> all = claimed.stream().flatMap(List::stream).toList();
    assertThat(all).doesNotHaveDuplicates().hasSize(60);
    for (int i = 0; i < claimed.size(); i++) {
      WorkerId worker = new WorkerId("racer-" + i);
      assertThat(claimed.get(i))
          .allSatisfy(
              id ->
                  assertThat(jobs().find(id).orElseThrow().lease())
                      .isEqualTo(new Lease(worker, NOW)));
    }
  }

  @Test
  default void aRenewedLeaseTellsHowTheJobIsNow() {
    jobs().insert(created(aJob()));
    Job claimed = jobs().claimDue(WORKER, NOW, EXPIRED, 1).get(0);
    Job wished = jobs().find(aJob().id()).orElseThrow();
    Job cancelled = edited(wished, p -> p.participantCount = 7);
    jobs().commit(created(cancelled));

    Job renewed = jobs().renewLease(claimed.id(), WORKER, NOW.plusSeconds(5)).orElseThrow();
    assertThat(renewed).isEqualTo(cancelled.withLease(new Lease(WORKER, NOW.plusSeconds(5))));
    assertThat(jobs().find(claimed.id())).contains(renewed);
  }

  @Test
  default void nobodyRenewsALeaseThatIsNotTheirs() {
    jobs().insert(created(aJob()));
    assertThat(jobs().renewLease(aJob().id(), WORKER, NOW)).isEmpty();
    jobs().claimDue(WORKER, NOW, EXPIRED, 1);
    assertThat(jobs().renewLease(aJob().id(), OTHER_WORKER, NOW.plusSeconds(1))).isEmpty();
    assertThat(jobs().find(aJob().id()).orElseThrow().lease()).isEqualTo(new Lease(WORKER, NOW));
    assertThat(jobs().renewLease(jobId(99), WORKER, NOW)).isEmpty();
  }

  @Test
  default void aCommitDoesNotTurnALeaseBack() {
    jobs().insert(created(aJob()));
    Job claimed = jobs().claimDue(WORKER, NOW, EXPIRED, 1).get(0);
    jobs().renewLease(aJob().id(), WORKER, NOW.plusSeconds(9));
    jobs().commit(moved(claimed, JobStatus.JOINING, NOW.plusSeconds(10)));
    assertThat(jobs().find(aJob().id()).orElseThrow().lease())
        .isEqualTo(new Lease(WORKER, NOW.plusSeconds(9)));
  }

  @Test
  default void aCommitWithoutALeaseGivesTheJobBack() {
    jobs().insert(created(aJob()));
    Job claimed = jobs().claimDue(WORKER, NOW, EXPIRED, 1).get(0);
    Job back = edited(claimed, p -> p.dueAt = NOW.plusSeconds(20)).withLease(null);
    jobs().commit(created(back));
    assertThat(jobs().find(aJob().id())).contains(back);
    assertThat(jobs().renewLease(aJob().id(), WORKER, NOW)).isEmpty();
    assertThat(jobs().claimDue(OTHER_WORKER, NOW.plusSeconds(19), EXPIRED, 1)).isEmpty();
    assertThat(jobs().claimDue(OTHER_WORKER, NOW.plusSeconds(20), EXPIRED, 1)).hasSize(1);
  }

  @Test
  default void abandonedJobsAreTheRunningOnesWithoutAFreshHeartbeat() {
    int number = 1;
    for (JobStatus status : JobStatus.values()) {
      jobs().insert(created(inStatus(number++, status, new Lease(WORKER, NOW.minusSeconds(60)))));
      jobs().insert(created(inStatus(number++, status, new Lease(WORKER, EXPIRED))));
      jobs().insert(created(inStatus(number++, status, null)));
    }
    List<Job> taken = jobs().claimAbandoned(OTHER_WORKER, NOW, EXPIRED, 99);
    assertThat(taken)
        .hasSize(8)
        .allSatisfy(
            job -> {
              assertThat(job.status())
                  .isIn(
                      JobStatus.JOINING,
                      JobStatus.IN_CALL,
                      JobStatus.RECORDING,
                      JobStatus.FINALIZING);
              assertThat(job.lease()).isEqualTo(new Lease(OTHER_WORKER, NOW));
              assertThat(job.version()).isEqualTo(1);
            });
    assertThat(jobs().claimAbandoned(WORKER, NOW, EXPIRED, 99)).isEmpty();
  }

  @Test
  default void abandonedJobsAreTakenUpToTheLimit() {
    for (int i = 0; i < 5; i++) {
      jobs().insert(created(inStatus(i, JobStatus.RECORDING, null)));
    }
    assertThat(jobs().claimAbandoned(WORKER, NOW, EXPIRED, 3)).hasSize(3);
    assertThat(jobs().claimAbandoned(WORKER, NOW, EXPIRED, 3)).hasSize(2);
  }

  @Test
  default void workersThatTakeAbandonedJobsAtOnceNeverShareOne() {
    for (int i = 0; i < 40; i++) {
      jobs().insert(created(inStatus(i, JobStatus.RECORDING, null)));
    }
    List<List<Job>> taken =
        Race.run(4, i -> () -> jobs().claimAbandoned(new WorkerId("racer-" + i), NOW, EXPIRED, 40));
    assertThat(taken.stream().flatMap(List::stream).map(Job::id))
        .doesNotHaveDuplicates()
        .hasSize(40);
  }

  private void insertDueAt(int number, Instant dueAt) {
    jobs().insert(created(aQueuedJob(number, TENANT, "meeting-" + number, dueAt)));
  }

  private static Job inStatus(int number, JobStatus status, @Nullable Lease lease) {
    JobChange change = moved(aQueuedJob(number), status, NOW);
    Job job = change.job();
    return new Job(
        job.id(),
        job.tenant(),
        1,
        job.spec(),
        job.progress(),
        lease,
        job.history(),
        job.createdAt(),
        job.updatedAt());
  }

  private static Job edited(Job job, Consumer<Progress.Editor> edit) {
    return new Job(
        job.id(),
        job.tenant(),
        job.version() + 1,
        job.spec(),
        job.progress().with(edit),
        job.lease(),
        job.history(),
        job.createdAt(),
        job.updatedAt());
  }
}
