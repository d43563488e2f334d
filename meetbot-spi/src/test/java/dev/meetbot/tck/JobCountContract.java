package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static dev.meetbot.tck.TestJobs.aMessage;
import static dev.meetbot.tck.TestJobs.aQueuedJob;
import static dev.meetbot.tck.TestJobs.created;
import static dev.meetbot.tck.TestJobs.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import org.junit.jupiter.api.Test;

/** Counting jobs, and removing a tenant's. */
public interface JobCountContract extends StorageUnderTest {
  @Test
  default void jobsAreCountedByStatus() {
    Job first = aQueuedJob(1);
    storage().jobs().insert(created(first));
    storage().jobs().insert(created(aQueuedJob(2)));
    storage().jobs().insert(created(aQueuedJob(3, OTHER_TENANT, "x", NOW)));
    storage().jobs().commit(moved(first, JobStatus.JOINING, NOW));
    assertThat(storage().jobs().count(null))
        .containsOnly(entry(JobStatus.QUEUED, 2L), entry(JobStatus.JOINING, 1L));
    assertThat(storage().jobs().count(TENANT))
        .containsOnly(entry(JobStatus.QUEUED, 1L), entry(JobStatus.JOINING, 1L));
  }

  @Test
  default void endedJobsCanBeLeftOut() {
    Job ended = aQueuedJob(1);
    storage().jobs().insert(created(ended));
    storage().jobs().insert(created(aQueuedJob(2)));
    Job joining = aQueuedJob(3, OTHER_TENANT, "x", NOW);
    storage().jobs().insert(created(joining));
    storage().jobs().commit(moved(ended, JobStatus.CANCELLED, NOW));
    storage().jobs().commit(moved(joining, JobStatus.JOINING, NOW));
    assertThat(storage().jobs().countUnfinished(null))
        .containsOnly(entry(JobStatus.QUEUED, 1L), entry(JobStatus.JOINING, 1L));
    assertThat(storage().jobs().countUnfinished(TENANT)).containsOnly(entry(JobStatus.QUEUED, 1L));
  }

  @Test
  default void jobsThatAreDueAreCounted() {
    Job taken = aQueuedJob(1, TENANT, "a", NOW);
    storage().jobs().insert(created(taken));
    storage().jobs().insert(created(aQueuedJob(2, TENANT, "b", NOW)));
    storage().jobs().insert(created(aQueuedJob(3, TENANT, "c", NOW.plusSeconds(1))));
    storage().jobs().insert(created(aQueuedJob(4, OTHER_TENANT, "x", NOW.minusSeconds(1))));
    storage().jobs().commit(moved(taken, JobStatus.JOINING, NOW));
    assertThat(storage().jobs().countDue(null, NOW)).isEqualTo(2);
    assertThat(storage().jobs().countDue(TENANT, NOW)).isEqualTo(1);
    assertThat(storage().jobs().countDue(TENANT, NOW.plusSeconds(1))).isEqualTo(2);
  }

  @Test
  default void theOldestDueJobTellsTheAgeOfTheQueue() {
    assertThat(storage().jobs().oldestDue(NOW)).isEmpty();
    Job oldest = aQueuedJob(1, TENANT, "a", NOW.minusSeconds(30));
    storage().jobs().insert(created(oldest));
    storage().jobs().insert(created(aQueuedJob(2, TENANT, "b", NOW.minusSeconds(20))));
    storage().jobs().insert(created(aQueuedJob(3, TENANT, "c", NOW.plusSeconds(20))));
    assertThat(storage().jobs().oldestDue(NOW)).contains(NOW.minusSeconds(30));
    storage().jobs().commit(moved(oldest, JobStatus.JOINING, NOW));
    assertThat(storage().jobs().oldestDue(NOW)).contains(NOW.minusSeconds(20));
  }

  @Test
  default void aTenantsJobsGoWithTheirMessagesAndNobodyElses() {
    Job mine = aQueuedJob(1);
    Job others = aQueuedJob(2, OTHER_TENANT, "x", NOW);
    storage().jobs().insert(created(mine, aMessage(mine, 1, "https://a.example")));
    storage().jobs().insert(created(others, aMessage(others, 1, "https://a.example")));
    assertThat(storage().jobs().deleteOf(TENANT)).isEqualTo(1);
    assertThat(storage().jobs().find(mine.id())).isEmpty();
    assertThat(storage().outbox().list(mine.id())).isEmpty();
    assertThat(storage().jobs().find(others.id())).isPresent();
    assertThat(storage().outbox().list(others.id())).hasSize(1);
    assertThat(storage().jobs().deleteOf(TENANT)).isZero();
  }
}
