package dev.meetbot.engine.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.internal.lifecycle.Trigger.Kind;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.WebhookMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JobLifecycleTest {
  private static final JobLifecycle LIFECYCLE = new JobLifecycle(3, Duration.ofSeconds(5));

  record Cell(Kind trigger, JobStatus from, String expected) {
    @Override
    public String toString() {
      return trigger.label() + " while " + from.wireName() + " -> " + expected;
    }
  }

  static Stream<Cell> cells() {
    List<String> lines = table().lines().toList();
    List<String> statuses = columns(lines.get(0));
    return lines.stream()
        .skip(2)
        .map(JobLifecycleTest::columns)
        .flatMap(
            row ->
                IntStream.range(1, row.size())
                    .mapToObj(
                        i ->
                            new Cell(
                                kind(row.get(0)),
                                JobStatus.find(statuses.get(i)).orElseThrow(),
                                row.get(i))));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_cell_of_the_table_holds(Cell cell) {
    if (cell.expected().equals("queued/failed")) {
      assertThat(result(cell, 1)).isEqualTo("queued");
      assertThat(result(cell, 3)).isEqualTo("failed");
    } else {
      assertThat(result(cell, 1)).isEqualTo(cell.expected());
    }
  }

  @Test
  void the_table_has_every_trigger_and_every_status() {
    assertThat(cells().count()).isEqualTo((long) Kind.values().length * JobStatus.values().length);
  }

  @Test
  void the_docs_show_the_same_table() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "lifecycle.md"))).contains(table().strip());
  }

  @Test
  void a_failure_that_never_retries_ends_a_joining_job() {
    Trigger denied =
        Trigger.faulted(EndReason.DENIED, FailureCode.HOST_DENIED_ADMISSION, "the host said no");
    Job after = decide(Jobs.in(JobStatus.JOINING), denied).job();
    assertThat(after.status()).isEqualTo(JobStatus.FAILED);
    assertThat(after.progress().failure())
        .isEqualTo(new Failure(FailureCode.HOST_DENIED_ADMISSION, "the host said no"));
    assertThat(after.progress().endedAt()).isEqualTo(Jobs.NOW);
    assertThat(after.lease()).isNull();
  }

  @Test
  void a_retry_waits_longer_each_time_and_frees_the_lease() {
    Job second = Jobs.in(JobStatus.JOINING, edit -> edit.attempt = 2);
    Job after = decide(second, Trigger.broken("crash")).job();
    assertThat(after.progress().dueAt()).isEqualTo(Jobs.NOW.plusSeconds(10));
    assertThat(after.lease()).isNull();
    assertThat(after.progress().failure()).isNull();
  }

  @Test
  void a_fault_in_a_recording_is_finalized_and_then_failed() {
    Job finalizing = decide(Jobs.in(JobStatus.RECORDING), Trigger.broken("crash")).job();
    assertThat(finalizing.progress().recordingState()).isEqualTo(RecordingState.IDLE);
    Job ended = decide(finalizing, Trigger.finalized("https://m")).job();
    assertThat(ended.status()).isEqualTo(JobStatus.FAILED);
    assertThat(ended.progress().manifestUri()).isEqualTo("https://m");
  }

  @Test
  void a_cancelled_call_is_finalized_and_then_cancelled() {
    Job left = decide(Jobs.in(JobStatus.RECORDING), Trigger.of(Kind.CANCEL_REQUESTED)).job();
    assertThat(left.progress().endReason()).isEqualTo(EndReason.CANCEL_REQUESTED);
    assertThat(decide(left, Trigger.finalized(null)).job().status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void each_change_is_one_version_one_row_and_its_messages_in_order() {
    Job finalizing = Jobs.in(JobStatus.FINALIZING);
    JobChange change = decide(finalizing, Trigger.finalized("https://m"));
    assertThat(change.job().version()).isEqualTo(finalizing.version() + 1);
    assertThat(change.job().history()).hasSize(finalizing.history().size() + 1);
    assertThat(change.messages())
        .extracting(WebhookMessage::event)
        .containsExactly("job.status_changed", "job.finalized");
    assertThat(change.messages())
        .extracting(WebhookMessage::url)
        .containsExactly(Jobs.STATUS_URL, Jobs.FINAL_URL);
    assertThat(change.messages()).extracting(WebhookMessage::sequence).isSorted();
    assertThat(change.messages().get(1).data())
        .contains("\"manifestUri\":\"https://m\"", "\"metadata\":{\"customer\":7}");
  }

  @Test
  void deciding_twice_gives_the_same_delivery_ids() {
    Job job = Jobs.in(JobStatus.FINALIZING);
    assertThat(decide(job, Trigger.finalized(null)))
        .isEqualTo(decide(job, Trigger.finalized(null)));
  }

  @Test
  void a_failed_job_tells_its_code_in_version_2_and_only_its_reason_in_version_1() {
    Trigger denied = Trigger.faulted(EndReason.DENIED, FailureCode.LOBBY_TIMEOUT, "nobody came");
    String v2 = failed(2, denied);
    String v1 = failed(1, denied);
    assertThat(v2)
        .contains("\"failure_code\":\"lobby_timeout\"", "\"failure_detail\":\"nobody came\"");
    assertThat(v1).contains("\"failure_reason\":\"nobody came\"").doesNotContain("failure_code");
  }

  private static String failed(int version, Trigger trigger) {
    Job job = Jobs.in(JobStatus.JOINING, edit -> {}, version, Set.of());
    return decide(job, trigger).messages().get(1).data();
  }

  private static JobChange decide(Job job, Trigger trigger) {
    return LIFECYCLE.decide(job, trigger, Jobs.NOW).orElseThrow();
  }

  private static String result(Cell cell, int attempt) {
    Job job = Jobs.in(cell.from(), edit -> edit.attempt = attempt);
    Trigger trigger =
        switch (cell.trigger()) {
          case CALL_OVER -> Trigger.callOver(EndReason.MEETING_ENDED);
          case FAULTED -> Trigger.broken("it broke");
          default -> Trigger.of(cell.trigger());
        };
    try {
      Optional<JobChange> change = LIFECYCLE.decide(job, trigger, Jobs.NOW);
      return change.map(c -> c.job().status().wireName()).orElse("dropped");
    } catch (IllegalTransitionException e) {
      return "illegal";
    }
  }

  private static Kind kind(String label) {
    return Arrays.stream(Kind.values())
        .filter(k -> k.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> columns(String line) {
    return Arrays.stream(line.split("\\|")).map(String::strip).toList();
  }

  private static String table() {
    try (InputStream in = JobLifecycleTest.class.getResourceAsStream("/lifecycle.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
