package dev.meetbot.lab.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.clients.Program.End;
import dev.meetbot.lab.guest.Guest;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The three examples of the Python SDK's page, word for word, with real bots. */
@Timeout(400)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class PythonExamplesIT {
  private ServedScene scene;
  private Path dir;

  @BeforeAll
  void open(@TempDir Path dir) {
    this.dir = dir;
    scene = ServedScene.open(dir);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  /** The first one sets up the SDK's environment, by the network, unless it is there. */
  private Program start(String test, String room) {
    return Program.start(
        List.of(
            ServedScene.ROOT.resolve("bin/python-sdk").toString(),
            "run",
            "-m",
            "pytest",
            "-s",
            "tests/test_examples.py::" + test),
        scene.environment(room),
        dir);
  }

  private static void passed(End end) {
    assertThat(end.code()).as("%s%s", end.out(), end.err()).isZero();
    assertThat(end.out()).contains("1 passed").doesNotContain("skipped");
  }

  @Test
  void a_bot_is_sent_and_looked_at_until_it_is_done() throws Exception {
    try (Guest host = scene.host("python-1");
        Program example = start("test_against_a_running_server[dispatch_and_poll]", "python-1")) {
      scene.hold(host);
      End end = example.await(ServedScene.PATIENCE);
      passed(end);
      assertThat(end.out())
          .containsPattern("dispatched [0-9a-f-]{36} → queued\n")
          .contains("\nrecording\n", "\ncompleted\nmanifest: " + scene.server.base());
    }
  }

  @Test
  void a_bot_is_sent_by_asyncio_with_rules_and_metadata() throws Exception {
    try (Program example = start("test_against_a_running_server[async_dispatch]", "python-2")) {
      End end = example.await(Duration.ofMinutes(5));
      passed(end);
      String id = end.out().lines().findFirst().orElseThrow().split(" ")[0];
      JsonObject job = scene.jobs.get(id);
      assertThat(job.getJsonObject("metadata").getString("customer_id")).isEqualTo("cust_4711");
      assertThat(job.getJsonObject("autoLeave").getInt("afterEntryDelaySeconds")).isEqualTo(300);
      assertThat(job.getJsonObject("autoLeave").getBoolean("onBotDetected")).isTrue();
      scene.jobs.delete(id);
    }
  }

  @Test
  void flask_is_told_when_the_recording_is_there() throws Exception {
    try (Guest host = scene.host("python-3");
        Program example = start("test_flask_webhook_from_a_running_server", "python-3")) {
      scene.hold(host);
      End end = example.await(ServedScene.PATIENCE);
      passed(end);
      assertThat(end.out()).contains("told of ", "/manifest");
    }
  }
}
