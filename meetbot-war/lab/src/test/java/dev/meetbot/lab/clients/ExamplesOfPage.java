package dev.meetbot.lab.clients;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.clients.Program.End;
import dev.meetbot.lab.guest.Guest;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The three examples of an SDK's page, word for word, with real bots. */
@Timeout(700)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ExamplesOfPage {
  private final String language;
  private ServedScene scene;
  private Path dir;

  ExamplesOfPage(String language) {
    this.language = language;
  }

  /** What makes ready, with all that it fetches from elsewhere, before a bot waits for it. */
  abstract List<String> preparation();

  /** What runs an example, 1 to 3, from the project's root. */
  abstract List<String> command(int example);

  /** What else it has printed when all is well. */
  abstract void finished(End end);

  @BeforeAll
  void open(@TempDir Path dir) throws InterruptedException {
    this.dir = dir;
    try (Program made = Program.start(preparation(), Map.of(), dir)) {
      End end = made.await(Duration.ofMinutes(10));
      assertThat(end.code()).as("%s%s", end.out(), end.err()).isZero();
    }
    scene = ServedScene.open(dir);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  private Program start(int example) {
    return Program.start(command(example), scene.environment(room(example)), dir);
  }

  private String room(int example) {
    return language + "-" + example;
  }

  private void passed(End end) {
    assertThat(end.code()).as("%s%s", end.out(), end.err()).isZero();
    finished(end);
  }

  @Test
  void a_bot_is_sent_and_looked_at_until_it_is_done() throws Exception {
    try (Guest host = scene.host(room(1));
        Program example = start(1)) {
      scene.hold(host);
      End end = example.await(ServedScene.PATIENCE);
      passed(end);
      assertThat(end.out())
          .containsPattern("dispatched [0-9a-f-]{36}( →|:) queued\n")
          .contains("\nrecording\n", "\ncompleted\nmanifest: " + scene.server.base());
    }
  }

  @Test
  void a_bot_is_sent_without_waiting_with_rules_and_metadata() throws Exception {
    try (Program example = start(2)) {
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
  void a_receiver_is_told_when_the_recording_is_there() throws Exception {
    try (Guest host = scene.host(room(3));
        Program example = start(3)) {
      scene.hold(host);
      End end = example.await(ServedScene.PATIENCE);
      passed(end);
      assertThat(end.out()).contains("told of ", "/manifest");
    }
  }
}
