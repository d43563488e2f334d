package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.FakeWebhookTransport;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that the engine's host makes. */
@Timeout(60)
class HostThreadsTest {
  private static MeetbotEngine engine(ThreadFactory threads) {
    return MeetbotEngine.builder()
        .storage(new MemoryStorage())
        .artifacts(new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE))
        .browser(new FakeBrowserDriver())
        .platform(new FakeMeeting())
        .webhooks(new FakeWebhookTransport())
        .masterKey(new byte[32])
        .threads(threads)
        .build();
  }

  @Test
  void timers_run_on_the_hosts_threads_and_end_with_the_engine() throws InterruptedException {
    Queue<Thread> made = new ConcurrentLinkedQueue<>();
    ThreadFactory host =
        work -> {
          Thread thread = new Thread(work, "of-the-host");
          made.add(thread);
          return thread;
        };
    try (MeetbotEngine engine = engine(host)) {
      engine.start();
      assertThat(made).extracting(Thread::getName).contains("meetbot-claims-1", "meetbot-meter-1");
      assertThat(made).allMatch(Thread::isDaemon).allMatch(Thread::isAlive);
    }
    for (Thread thread : made) {
      thread.join(10_000);
    }
    assertThat(made).noneMatch(Thread::isAlive);
  }

  @Test
  void a_host_that_gives_no_threads_is_told_of() {
    assertThatThrownBy(() -> engine(work -> null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no more threads");
  }
}
