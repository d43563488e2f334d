package dev.meetbot.tck;

import static dev.meetbot.tck.TestJobs.NOW;
import static dev.meetbot.tck.TestJobs.OTHER_TENANT;
import static dev.meetbot.tck.TestJobs.TENANT;
import static dev.meetbot.tck.TestJobs.aJob;
import static dev.meetbot.tck.TestJobs.aMessage;
import static dev.meetbot.tck.TestJobs.aQueuedJob;
import static dev.meetbot.tck.TestJobs.created;
import static dev.meetbot.tck.TestJobs.jobId;
import static dev.meetbot.tck.TestJobs.moved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobPage;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StaleJobException;
import dev.meetbot.spi.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Inserting, finding, listing and changing jobs. */
public interface JobStoreContract extends StorageUnderTest {
  /** Who reads a job while it is changed, and how often it is. */
  int READERS = 3;

  int COMMITS = 400;

  private JobStore jobs() {
    return storage().jobs();
  }

  @Test
  default void aJobComesBackWithEverythingItHad() {
    Job job = FullJobs.everythingSet(7);
    jobs().insert(created(job));
    assertThat(jobs().find(job.id())).contains(job);
    assertThat(jobs().findByExternalId(TENANT, job.spec().externalId())).contains(job);
  }

  @Test
  default void aPlainJobComesBackWithNothingAdded() {
    jobs().insert(created(aJob()));
    assertThat(jobs().find(aJob().id())).contains(aJob());
  }

  @Test
  default void whatWasNeverStoredIsNotFound() {
    jobs().insert(created(aJob()));
    assertThat(jobs().find(jobId(99))).isEmpty();
    assertThat(jobs().findByExternalId(TENANT, "no such meeting")).isEmpty();
    assertThat(jobs().findByExternalId(OTHER_TENANT, "meeting-1")).isEmpty();
  }

  @Test
  default void anExternalIdIsTakenOncePerTenant() {
    jobs().insert(created(aQueuedJob(1, TENANT, "weekly", NOW)));
    Job second = aQueuedJob(2, TENANT, "weekly", NOW);
    assertThatExceptionOfType(DuplicateJobException.class)
        .isThrownBy(() -> jobs().insert(created(second, aMessage(second, 1, "https://a.example"))))
        .withMessageContaining("weekly");
    assertThat(jobs().find(second.id())).isEmpty();
    assertThat(storage().outbox().list(second.id())).isEmpty();

    Job elsewhere = aQueuedJob(3, OTHER_TENANT, "weekly", NOW);
    jobs().insert(created(elsewhere));
    assertThat(jobs().findByExternalId(OTHER_TENANT, "weekly")).contains(elsewhere);
  }

  @Test
  default void anExternalIdIsTakenAsItIsWritten() {
    jobs().insert(created(aQueuedJob(1, TENANT, "Straße ☕ 'x' %_", NOW)));
    jobs().insert(created(aQueuedJob(2, TENANT, "straße ☕ 'x' %_", NOW)));
    jobs().insert(created(aQueuedJob(3, TENANT, "straße ☕ 'x' %_ ", NOW)));
    assertThat(jobs().findByExternalId(TENANT, "straße ☕ 'x' %_").orElseThrow().id())
        .isEqualTo(jobId(2));
  }

  @Test
  default void ofManyThatInsertOneExternalIdAtOnceExactlyOneWins() {
    for (int round = 0; round < 5; round++) {
      int base = 100 * round;
      String externalId = "rush-" + round;
      List<Boolean> won =
          Race.run(
              16,
              i ->
                  () -> {
                    Job job = aQueuedJob(base + i, TENANT, externalId, NOW);
                    try {
                      jobs().insert(created(job, aMessage(job, 1, "https://a.example")));
                      return true;
                    } catch (DuplicateJobException e) {
                      return false;
                    }
                  });
      assertThat(won).containsOnlyOnce(true);
      Job winner = jobs().findByExternalId(TENANT, externalId).orElseThrow();
      assertThat(winner.id()).isEqualTo(jobId(base + won.indexOf(true)));
    }
    assertThat(storage().outbox().pendingCount()).isEqualTo(5);
  }

  @Test
  default void aCommitStoresTheWholeChange() {
    jobs().insert(created(aJob()));
    Job full = FullJobs.everythingSet(1);
    Job after =
        new Job(
            aJob().id(),
            TENANT,
            2,
            aJob().spec(),
            full.progress(),
            null,
            full.history(),
            aJob().createdAt(),
            NOW.plusSeconds(50));
    WebhookMessage message = aMessage(after, 1, "https://a.example");
    jobs().commit(created(after, message));
    assertThat(jobs().find(after.id())).contains(after);
    assertThat(storage().outbox().find(message.id()).orElseThrow().message()).isEqualTo(message);
  }

  @Test
  default void aCommitAgainstAnOldVersionStoresNothing() {
    jobs().insert(created(aJob()));
    jobs().commit(moved(aJob(), JobStatus.JOINING, NOW));
    Job stored = jobs().find(aJob().id()).orElseThrow();

    assertThatExceptionOfType(StaleJobException.class)
        .isThrownBy(
            () ->
                jobs()
                    .commit(
                        moved(
                            aJob(),
                            JobStatus.CANCELLED,
                            NOW,
                            aMessage(aJob(), 1, "https://a.example"))));
    assertThat(jobs().find(aJob().id())).contains(stored);
    assertThat(storage().outbox().list(aJob().id())).isEmpty();
  }

  @Test
  default void aCommitOfAnUnknownJobIsStale() {
    assertThatExceptionOfType(StaleJobException.class)
        .isThrownBy(() -> jobs().commit(moved(aJob(), JobStatus.JOINING, NOW)));
  }

  @Test
  default void ofManyCommitsOnOneVersionExactlyOneWins() {
    jobs().insert(created(aJob()));
    for (int round = 0; round < 10; round++) {
      Job before = jobs().find(aJob().id()).orElseThrow();
      List<Boolean> won =
          Race.run(
              4,
              i ->
                  () -> {
                    try {
                      jobs()
                          .commit(
                              moved(
                                  before,
                                  JobStatus.JOINING,
                                  NOW,
                                  "runner " + i,
                                  aMessage(before, before.version(), "https://a.example/" + i)));
                      return true;
                    } catch (StaleJobException e) {
                      return false;
                    }
                  });
      assertThat(won).containsOnlyOnce(true);
      Job after = jobs().find(aJob().id()).orElseThrow();
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(after.history().get(after.history().size() - 1).reason())
          .isEqualTo("runner " + won.indexOf(true));
    }
    assertThat(storage().outbox().list(aJob().id())).hasSize(10);
  }

  /** Also by those who read it at the very moment of the commit, where a cache may go wrong. */
  @Test
  default void whatWasCommittedIsReadByEverybodyFromThenOn() throws InterruptedException {
    Job job = aQueuedJob(1);
    jobs().insert(created(job));
    AtomicLong committed = new AtomicLong(job.version());
    AtomicBoolean over = new AtomicBoolean();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    JobId id = job.id();
    Runnable reader =
        () -> {
          try {
            while (!over.get()) {
              long known = committed.get();
              long read = jobs().find(id).orElseThrow().version();
              if (read < known) {
                faults.add("version " + read + " after the commit of version " + known);
              }
            }
          } catch (RuntimeException e) {
            faults.add("a reader broke off: " + e);
          }
        };
    List<Thread> readers = Stream.generate(() -> new Thread(reader)).limit(READERS).toList();
    readers.forEach(Thread::start);
    try {
      for (int i = 0; i < COMMITS; i++) {
        JobChange change = moved(job, i % 2 == 0 ? JobStatus.JOINING : JobStatus.IN_CALL, NOW);
        jobs().commit(change);
        job = change.job();
        committed.set(job.version());
      }
    } finally {
      over.set(true);
      for (Thread each : readers) {
        each.join();
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  default void aJobAndItsMessagesAreStoredTogetherOrNotAtAll() {
    jobs().insert(created(aJob(), aMessage(aJob(), 1, "https://a.example")));
    // the second message breaks the rule "one message per job, sequence and URL"
    WebhookMessage fine = aMessage(aJob(), 2, "https://a.example");
    WebhookMessage broken = aMessage(aJob(), 1, "https://a.example");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> jobs().commit(moved(aJob(), JobStatus.JOINING, NOW, fine, broken)));
    assertThat(jobs().find(aJob().id())).contains(aJob());
    assertThat(storage().outbox().list(aJob().id())).hasSize(1);

    Job other = aQueuedJob(2);
    WebhookMessage twice = aMessage(other, 1, "https://a.example");
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> jobs().insert(created(other, twice, twice)));
    assertThat(jobs().find(other.id())).isEmpty();
    assertThat(storage().outbox().list(other.id())).isEmpty();
  }

  @Test
  default void aListingGivesTheNewestFirstPageByPage() {
    List<Integer> numbers = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7));
    Collections.shuffle(numbers, new Random(1));
    numbers.forEach(n -> jobs().insert(created(aQueuedJob(n))));

    JobPage first = jobs().list(query(null, null, null, null, null, 3));
    assertThat(first.jobs()).extracting(Job::id).containsExactly(jobId(7), jobId(6), jobId(5));
    assertThat(first.more()).isTrue();
    JobPage second = jobs().list(query(null, null, null, null, jobId(5), 3));
    assertThat(second.jobs()).extracting(Job::id).containsExactly(jobId(4), jobId(3), jobId(2));
    assertThat(second.more()).isTrue();
    JobPage last = jobs().list(query(null, null, null, null, jobId(2), 3));
    assertThat(last.jobs()).containsExactly(aQueuedJob(1));
    assertThat(last.more()).isFalse();
  }

  @Test
  default void aPageThatIsJustFullHasNoMore() {
    jobs().insert(created(aQueuedJob(1)));
    jobs().insert(created(aQueuedJob(2)));
    assertThat(jobs().list(query(null, null, null, null, null, 2)).more()).isFalse();
  }

  @Test
  default void aListingFiltersByEachFieldAndByAllTogether() {
    Job queued = aQueuedJob(1);
    Job joining = aQueuedJob(2);
    Job onTeams = withPlatform(aQueuedJob(3), "microsoft-teams");
    Job foreign = aQueuedJob(4, OTHER_TENANT, "meeting-4", NOW);
    for (Job job : List.of(queued, joining, onTeams, foreign)) {
      jobs().insert(created(job));
    }
    jobs().commit(moved(joining, JobStatus.JOINING, NOW));

    assertThat(ids(query(null, null, null, null, null, 9)))
        .containsExactly(jobId(3), jobId(2), jobId(1));
    assertThat(ids(query(JobStatus.JOINING, null, null, null, null, 9))).containsExactly(jobId(2));
    assertThat(ids(query(null, "meeting-1", null, null, null, 9))).containsExactly(jobId(1));
    assertThat(ids(query(null, null, "microsoft-teams", null, null, 9))).containsExactly(jobId(3));
    assertThat(ids(query(null, null, null, NOW.plusSeconds(2), null, 9))).containsExactly(jobId(3));
    assertThat(ids(query(JobStatus.QUEUED, "meeting-1", "meetbot-room", NOW, jobId(2), 9)))
        .containsExactly(jobId(1));
    assertThat(ids(query(JobStatus.FAILED, null, null, null, null, 9))).isEmpty();
    assertThat(ids(new JobQuery(OTHER_TENANT, null, null, null, null, null, 9)))
        .containsExactly(jobId(4));
    assertThat(ids(new JobQuery(new TenantId("nobody"), null, null, null, null, null, 9)))
        .isEmpty();
  }

  private List<JobId> ids(JobQuery query) {
    return jobs().list(query).jobs().stream().map(Job::id).toList();
  }

  private static JobQuery query(
      @Nullable JobStatus status,
      @Nullable String externalId,
      @Nullable String platform,
      @Nullable Instant createdAfter,
      @Nullable JobId before,
      int limit) {
    return new JobQuery(TENANT, status, externalId, platform, createdAfter, before, limit);
  }

  private static Job withPlatform(Job job, String platform) {
    JobSpec s = job.spec();
    JobSpec spec =
        new JobSpec(
            s.externalId(),
            s.meetingUrl(),
            platform,
            s.joinAt(),
            s.displayName(),
            s.webhooks(),
            s.metadata(),
            s.autoLeave(),
            s.recording(),
            s.consent());
    return Job.queued(job.id(), job.tenant(), spec, job.progress().dueAt(), job.createdAt());
  }
}
