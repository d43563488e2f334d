package dev.meetbot.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.jpa.JpaStorage;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.FakeWebhookTransport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A passcode reaches the page and nothing else. */
@Timeout(120)
class PasscodeIT {
  private static final String PASSCODE = "Zebra-4711-unmistakable";

  @TempDir Path dir;
  private final FakeMeeting meeting = new FakeMeeting();
  private final Seen seen = new Seen();

  @Test
  void it_is_at_the_door_and_neither_in_the_database_nor_in_the_log_nor_in_a_text()
      throws Exception {
    LogOfAll log = new LogOfAll();
    Logger root = Logger.getLogger("dev.meetbot");
    root.addHandler(log);
    root.setLevel(Level.ALL);
    Job done;
    try (MeetbotEngine engine = engine()) {
      engine.start();
      done = run(engine);
    } finally {
      root.removeHandler(log);
      root.setLevel(null);
    }
    assertThat(meeting.visits()).hasSize(1);
    assertThat(meeting.visits().get(0).passcode()).isEqualTo(PASSCODE);
    assertThat(log.lines).isNotEmpty().noneMatch(line -> line.contains(PASSCODE));
    assertThat(done + " " + done.spec() + meeting.visits()).doesNotContain(PASSCODE);
    assertThat(done.spec().join().hasPasscode()).isTrue();
    assertThat(files()).as("rows can be read").anyMatch(text -> text.contains("sealedPasscode"));
    assertThat(files()).noneMatch(text -> text.contains(PASSCODE));
  }

  private Job run(MeetbotEngine engine) throws Exception {
    TenantId tenant = engine.firstStart().orElseThrow().tenant();
    JoinRequest join = new JoinRequest(SignIn.NEVER, PASSCODE, false);
    JobRequest request = EngineFixture.request("secret", edit -> edit.join = join);
    assertThat(request.toString()).doesNotContain(PASSCODE);
    Job job = engine.create(tenant, request).job();
    seen.await(job.id(), j -> j.progress().waitingRoomSince() != null);
    meeting.show(MeetingState.DENIED);
    return seen.await(job.id(), JobStatus.FAILED);
  }

  /** What lies on the disk; H2 writes texts as UTF-8. */
  private List<String> files() throws Exception {
    try (Stream<Path> all = Files.walk(dir)) {
      return all.filter(Files::isRegularFile).map(PasscodeIT::bytes).toList();
    }
  }

  private static String bytes(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void one_that_makes_no_sense_is_refused_without_being_repeated() {
    try (MeetbotEngine engine = engine()) {
      engine.start();
      TenantId tenant = engine.firstStart().orElseThrow().tenant();
      for (String passcode : List.of(" ", "odd" + (char) 7 + PASSCODE, PASSCODE.repeat(9))) {
        JoinRequest join = new JoinRequest(null, passcode, false);
        JobRequest request = EngineFixture.request("bad", edit -> edit.join = join);
        assertThatThrownBy(() -> engine.create(tenant, request))
            .isInstanceOf(InvalidJobException.class)
            .hasMessageContaining("join.passcode")
            .hasMessageNotContaining(PASSCODE);
      }
    }
  }

  private MeetbotEngine engine() {
    return MeetbotEngine.builder()
        .storage(JpaStorage.h2(dir))
        .artifacts(new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE))
        .browser(new FakeBrowserDriver())
        .platform(meeting)
        .webhooks(new FakeWebhookTransport())
        .masterKey(new byte[32])
        .listener(seen)
        .settings(EngineSettings.of(edit -> edit.tickInterval = Duration.ofMillis(20)))
        .build();
  }

  private static final class LogOfAll extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord entry) {
      lines.add(new SimpleFormatter().format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
