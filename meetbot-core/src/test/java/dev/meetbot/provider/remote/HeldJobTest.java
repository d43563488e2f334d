package dev.meetbot.provider.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

/** Which of the server's answers a worker believes. */
class HeldJobTest {
  private final HeldJob held = new HeldJob(ClaimedJob.of("", ""));

  private static JsonObject state(JobStatus status) {
    return Json.createObjectBuilder()
        .add("status", status.wireName())
        .add("recordingState", "idle")
        .add("commands", JsonArray.EMPTY_JSON_ARRAY)
        .add("dueAt", "2026-05-15T14:00:00Z")
        .add("endReason", JsonValue.NULL)
        .build();
  }

  @Test
  void what_the_server_says_is_news_once() {
    long asked = held.told();
    held.mergeUnlessTold(asked, state(JobStatus.JOINING), ClaimedJob.NOW);
    Job joining = held.job();
    assertThat(joining.status()).isEqualTo(JobStatus.JOINING);
    held.mergeUnlessTold(asked, state(JobStatus.JOINING), ClaimedJob.NOW);
    assertThat(held.job()).isSameAs(joining);
  }

  @Test
  void an_answer_from_before_a_change_does_not_undo_it() {
    long asked = held.told();
    held.merge(state(JobStatus.IN_CALL), ClaimedJob.NOW);
    held.countTold();
    held.mergeUnlessTold(asked, state(JobStatus.JOINING), ClaimedJob.NOW);
    assertThat(held.job().status()).isEqualTo(JobStatus.IN_CALL);
    held.mergeUnlessTold(held.told(), state(JobStatus.FINALIZING), ClaimedJob.NOW);
    assertThat(held.job().status()).isEqualTo(JobStatus.FINALIZING);
  }
}
