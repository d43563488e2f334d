package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.FakeWebhookTransport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many clients, one external id, a real database. */
@Timeout(120)
class CreateRaceIT {
  private static final int CLIENTS = 200;

  private final FakeBrowserDriver browser = new FakeBrowserDriver();
  private final FakeMeeting meeting = new FakeMeeting();
  private final Seen seen = new Seen();

  @Test
  void two_hundred_at_once_get_one_job_and_one_bot(@TempDir Path dir) throws Exception {
    try (MeetbotEngine engine = engine(dir)) {
      engine.start();
      TenantId tenant = engine.firstStart().orElseThrow().tenant();
      List<Creation> later = race(engine, tenant, "later", Instant.now().plusSeconds(3600));
      assertOne(later);
      assertThat(later.stream().map(Creation::job).distinct()).as("equal answers").hasSize(1);

      List<Creation> now = race(engine, tenant, "now", null);
      assertOne(now);
      Job job = now.get(0).job();
      seen.await(job.id(), j -> j.progress().waitingRoomSince() != null);
      meeting.show(MeetingState.DENIED);
      seen.await(job.id(), JobStatus.FAILED);
      assertThat(meeting.acts()).filteredOn(act -> act.startsWith("join")).hasSize(1);
      assertThat(browser.launches()).isEqualTo(1);
    }
  }

  private static void assertOne(List<Creation> answers) {
    assertThat(answers).hasSize(CLIENTS);
    assertThat(answers.stream().filter(a -> !a.deduplicated())).as("created").hasSize(1);
    assertThat(answers.stream().map(a -> a.job().id()).distinct()).as("jobs").hasSize(1);
  }

  private static List<Creation> race(
      MeetbotEngine engine, TenantId tenant, String externalId, Instant joinAt) throws Exception {
    ExecutorService crowd = Executors.newFixedThreadPool(CLIENTS);
    CountDownLatch ready = new CountDownLatch(CLIENTS);
    JobRequest request = EngineFixture.request(externalId, edit -> edit.joinAt = joinAt);
    Callable<Creation> ask =
        () -> {
          ready.countDown();
          ready.await();
          return engine.create(tenant, request);
        };
    try {
      List<Creation> answers = new ArrayList<>();
      for (Future<Creation> answer :
          crowd.invokeAll(Stream.generate(() -> ask).limit(CLIENTS).toList())) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      crowd.shutdown();
    }
  }

  private MeetbotEngine engine(Path dir) {
    return MeetbotEngine.builder()
        .storage(JpaStorage.h2(dir))
        .artifacts(new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE))
        .browser(browser)
        .platform(meeting)
        .webhooks(new FakeWebhookTransport())
        .masterKey(new byte[32])
        .listener(seen)
        .settings(EngineSettings.of(edit -> edit.tickInterval = Duration.ofMillis(20)))
        .build();
  }
}
