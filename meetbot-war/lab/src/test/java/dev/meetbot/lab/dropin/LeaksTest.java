package dev.meetbot.lab.dropin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LeaksTest {
  @Test
  void aServersOwnThreadsAreNoLeak() {
    String own =
        "\"http-nio-8080-exec-1\" #18 daemon\n\tat org.apache.tomcat.util.threads.Task.run";
    assertThat(Leaks.threads(List.of(own, "\"main\" #1 prio=5"))).isEmpty();
  }

  @Test
  void threadsOfOursAreFoundByTheirNameAndByWhatTheyDo() {
    String named = "\"meetbot-claims-1\" #30 daemon\n\tat java.lang.Thread.run";
    String working = "\"Thread-7\" #31\n\tat org.h2.mvstore.MVStore.run";
    assertThat(Leaks.threads(List.of(named, working)))
        .containsExactly("thread meetbot-claims-1", "thread Thread-7");
  }

  @Test
  void aTimerOfTheJvmThatWeStartedIsALeak() {
    assertThat(Leaks.threads(List.of("\"CompletableFutureDelayScheduler\" #9 daemon"))).hasSize(1);
  }

  @Test
  void programsOfBotsAreFoundAndOthersAreNot() {
    assertThat(
            Leaks.processes(
                List.of(
                    "/usr/lib/chromium/chromium --headless", "/usr/bin/node cli.js", "sh -c ls")))
        .containsExactly(
            "process /usr/lib/chromium/chromium --headless", "process /usr/bin/node cli.js");
  }

  @Test
  void aClassLoaderMoreThanIsDeployedIsALeak() {
    assertThat(Leaks.loaders(1, 1)).isEmpty();
    assertThat(Leaks.loaders(0, 1)).isEmpty();
    assertThat(Leaks.loaders(4, 1)).containsExactly("3 class loaders");
  }

  @Test
  void theHeapMayGrowByTwoMegabytesForEachRedeploy() {
    assertThat(Leaks.heap(50, 68, 9)).isEmpty();
    assertThat(Leaks.heap(50, 78, 9)).containsExactly("3.1 MB of heap per redeploy");
    assertThat(Leaks.heap(50, 50, 0)).isEmpty();
  }
}
