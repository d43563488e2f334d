package dev.meetbot.engine.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.storage.JobStore;
import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobTransitionsTest {
  private static final Patience PATIENT = new Patience(Duration.ofHours(1), Duration.ZERO);

  private final MemoryStorage storage = new MemoryStorage();
  private final ManualClock clock = new ManualClock(TestJobs.NOW);
  private final List<String> hooked = new ArrayList<>();
  private final Job job = TestJobs.aQueuedJob(1);

  /** How many calls of that method fail, and whether they do their work before. */
  private String failing = "";

  private int failures;
  private boolean afterwards;

  @BeforeEach
  void aJob() {
    storage.jobs().insert(TestJobs.created(job));
    storage.jobs().claimDue(TestJobs.WORKER, TestJobs.NOW, TestJobs.NOW.minusSeconds(30), 1);
  }

  private JobTransitions transitions() {
    JobStore flaky =
        (JobStore)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {JobStore.class},
                (proxy, method, arguments) -> {
                  boolean fails = method.getName().equals(failing) && failures-- > 0;
                  if (fails && !afterwards) {
                    throw new StorageException("away");
                  }
                  try {
                    Object answer = method.invoke(storage.jobs(), arguments);
                    if (fails) {
                      throw new StorageException("gone before the answer");
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    JobHook hook =
        new JobHook() {
          @Override
          public void committed(Job before, Job after) {
            hooked.add(before.status() + " to " + after.status());
          }
        };
    JobLifecycle lifecycle = new JobLifecycle(3, Duration.ofSeconds(5));
    return new JobTransitions(flaky, lifecycle, clock, List.of(), List.of(hook));
  }

  private void fail(String method, int times, boolean afterTheWork) {
    failing = method;
    failures = times;
    afterwards = afterTheWork;
  }

  @Test
  void withoutPatienceTheFirstFaultIsTold() {
    fail("commit", 1, false);
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> transitions().apply(job.id(), Trigger.of(Trigger.Kind.CLAIMED)));
    assertThat(hooked).isEmpty();
  }

  @Test
  void withPatienceItIsTriedUntilTheStorageIsBack() {
    for (String method : List.of("find", "commit")) {
      hooked.clear();
      fail(method, 5, false);
      Trigger.Kind kind =
          method.equals("find") ? Trigger.Kind.CLAIMED : Trigger.Kind.CANCEL_REQUESTED;
      Job changed = transitions().with(PATIENT).apply(job.id(), Trigger.of(kind));
      assertThat(storage.jobs().find(job.id()))
          .get()
          .extracting(Job::status)
          .isEqualTo(changed.status());
      assertThat(hooked).hasSize(1);
    }
  }

  /** Otherwise a bot that was let in would be let in twice, which is no transition. */
  @Test
  void aCommitWhoseAnswerWasLostCountsOnce() {
    fail("commit", 1, true);
    Job changed = transitions().with(PATIENT).apply(job.id(), Trigger.of(Trigger.Kind.CLAIMED));
    assertThat(changed.status()).isEqualTo(JobStatus.JOINING);
    assertThat(changed.version()).isEqualTo(2);
    assertThat(storage.jobs().find(job.id()).orElseThrow().version()).isEqualTo(2);
    assertThat(hooked).containsExactly("QUEUED to JOINING");
  }

  @Test
  void whatSomebodyElseStoredMeanwhileIsDecidedUponAgain() {
    fail("commit", 1, false);
    JobTransitions patient = transitions().with(PATIENT);
    List<JobStatus> decidedUpon = new ArrayList<>();
    Job changed =
        patient.change(
            job.id(),
            (seen, now) -> {
              decidedUpon.add(seen.status());
              if (decidedUpon.size() == 1) {
                cancel(seen);
              }
              return patient.decide(seen, Trigger.of(Trigger.Kind.CLAIMED), now);
            });
    assertThat(decidedUpon).containsExactly(JobStatus.QUEUED, JobStatus.CANCELLED);
    assertThat(changed.status()).isEqualTo(JobStatus.CANCELLED);
  }

  private void cancel(Job seen) {
    JobChange cancelled =
        new JobLifecycle(3, Duration.ofSeconds(5))
            .decide(seen, Trigger.of(Trigger.Kind.CANCEL_REQUESTED), clock.instant())
            .orElseThrow();
    storage.jobs().commit(cancelled);
  }

  @Test
  void patienceEnds() {
    fail("find", Integer.MAX_VALUE, false);
    JobTransitions hasty = transitions().with(new Patience(Duration.ofMillis(1), Duration.ZERO));
    assertThatExceptionOfType(StorageException.class)
        .isThrownBy(() -> hasty.apply(job.id(), Trigger.of(Trigger.Kind.CLAIMED)));
  }
}
