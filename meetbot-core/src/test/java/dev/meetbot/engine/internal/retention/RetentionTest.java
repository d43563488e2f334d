package dev.meetbot.engine.internal.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Duration KEEP = Duration.ofDays(7);
  private static final Duration HOUR = Duration.ofHours(1);

  private final ManualClock clock = new ManualClock(TestJobs.NOW);
  private final MemoryStorage storage = new MemoryStorage();
  private final List<JobId> erased = new ArrayList<>();
  private final Set<JobId> atWork = new HashSet<>();
  private boolean broken;

  private Retention retention(Optional<Duration> keep) {
    return new Retention(storage, keep, job -> erase(job), atWork::contains, clock);
  }

  private void erase(Job job) throws IOException {
    if (broken) {
      throw new IOException("away");
    }
    erased.add(job.id());
  }

  private final Retention retention = retention(Optional.of(KEEP));

  private Job ended(int number) {
    Job job = TestJobs.aQueuedJob(number);
    storage.jobs().insert(TestJobs.created(job));
    var change = TestJobs.moved(job, JobStatus.COMPLETED, clock.instant());
    retention.beforeCommit(job, change.job(), clock.instant());
    storage.jobs().commit(change);
    return change.job();
  }

  private long listed() {
    return storage.records().list(Keeping.KIND, "", null, 100, clock.instant()).size();
  }

  @Test
  void filesAreDeletedWhenTheirTimeHasComeAndNotBefore() {
    Job first = ended(1);
    clock.elapse(HOUR);
    Job second = ended(2);
    clock.elapse(KEEP.minus(HOUR).minusMillis(1));
    retention.pass();
    assertThat(erased).isEmpty();
    clock.elapse(Duration.ofMillis(1));
    retention.pass();
    assertThat(erased).containsExactly(first.id());
    clock.elapse(HOUR.minusMillis(1));
    erased.clear();
    retention.pass();
    assertThat(erased).isEmpty();
    clock.elapse(Duration.ofMillis(1));
    retention.pass();
    assertThat(erased).contains(second.id());
  }

  /** A worker that lost touch may store something after its job was ended by another. */
  @Test
  void aJobsPlaceIsSweptOnceMoreAndThenForgotten() {
    Job job = ended(1);
    clock.elapse(KEEP);
    retention.pass();
    retention.pass();
    assertThat(erased).containsExactly(job.id());
    clock.elapse(HOUR);
    retention.pass();
    assertThat(erased).containsExactly(job.id(), job.id());
    assertThat(listed()).isZero();
  }

  @Test
  void whatSomebodyIsAtWorkOnStaysUntilTheNextTime() {
    Job job = ended(1);
    atWork.add(job.id());
    clock.elapse(KEEP);
    retention.pass();
    assertThat(erased).isEmpty();
    atWork.clear();
    retention.pass();
    assertThat(erased).containsExactly(job.id());
  }

  @Test
  void whatCouldNotBeDeletedIsTriedAgainAndHoldsUpNobody() {
    Job job = ended(1);
    clock.elapse(KEEP);
    broken = true;
    retention.pass();
    assertThat(listed()).isEqualTo(1);
    broken = false;
    retention.pass();
    assertThat(erased).containsExactly(job.id());
  }

  @Test
  void aJobThatDidNotEndAfterAllKeepsItsFiles() {
    Job job = TestJobs.aQueuedJob(1);
    storage.jobs().insert(TestJobs.created(job));
    var change = TestJobs.moved(job, JobStatus.COMPLETED, clock.instant());
    retention.beforeCommit(job, change.job(), clock.instant());
    clock.elapse(KEEP);
    retention.pass();
    assertThat(erased).isEmpty();
    assertThat(listed()).isZero();
  }

  @Test
  void withoutALimitNothingIsListedAndNothingDeleted() {
    Retention forEver = retention(Optional.empty());
    Job job = TestJobs.aQueuedJob(1);
    var change = TestJobs.moved(job, JobStatus.COMPLETED, clock.instant());
    forEver.beforeCommit(job, change.job(), clock.instant());
    clock.elapse(KEEP);
    forEver.pass();
    assertThat(erased).isEmpty();
    assertThat(listed()).isZero();
  }
}
