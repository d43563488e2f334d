package dev.meetbot.engine.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobFacts.NamedEvent;
import dev.meetbot.engine.internal.lifecycle.Jobs;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.DeliveryId;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every event in both versions against files that were written from the contract by hand. */
class GoldenEnvelopesTest {
  private static final Set<String> OPT_IN =
      Set.of(
          "bot.waiting_room", "bot.participant_joined", "bot.participant_left", "bot.chat_message");
  private static final String NEW_SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String OLD_SECRET = "whsec_ZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXp7fH1+f4CBgoM=";
  private static final Instant SENT_AT = Instant.ofEpochSecond(1795341605);

  private int version = 2;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "job.status_changed",
        "job.status_changed.failed",
        "job.finalized",
        "job.failed",
        "bot.recording_permission_response",
        "bot.recording_permission_response.timeout",
        "bot.competing_bot_detected",
        "bot.waiting_room",
        "bot.participant_joined",
        "bot.participant_left",
        "bot.chat_message",
        "webhook.test"
      })
  void an_envelope_is_as_the_contract_writes_it(String name) throws IOException {
    for (version = 1; version <= 2; version++) {
      JsonObject sent = json(new String(Envelope.body(message(name), 1), StandardCharsets.UTF_8));
      assertThat(sent.getString("deliveryId")).matches("dlv_[0-9A-HJKMNP-TV-Z]{26}");
      JsonObject compared = Json.createObjectBuilder(sent).add("deliveryId", "<id>").build();
      assertThat(compared).isEqualTo(json(golden(name + ".v" + version + ".json")));
    }
  }

  @ParameterizedTest
  @CsvSource({"one-secret,1", "rotation-first-attempt,1", "rotation-second-attempt,2"})
  void headers_and_signatures_are_as_another_program_made_them(String name, int attempt)
      throws IOException {
    WebhookMessage message =
        new WebhookMessage(
            new DeliveryId("dlv_01JDAAAAAAAAAAAAAAAAAAAAAA"),
            new TenantId("tenant-1"),
            new JobId("job-1"),
            1,
            URI.create("https://client.example/hook"),
            "job.finalized",
            2,
            "{\"event\":\"job.finalized\",\"jobId\":\"job-1\",\"text\":\"grüß dich ☕\"}",
            Jobs.NOW);
    List<String> secrets =
        name.equals("one-secret") ? List.of(NEW_SECRET) : List.of(NEW_SECRET, OLD_SECRET);
    byte[] body = Envelope.body(message, attempt);
    assertThat(new String(body, StandardCharsets.UTF_8))
        .isEqualTo(golden("signed." + name + ".body.json"));
    Map<String, String> expected =
        golden("signed." + name + ".headers.txt")
            .lines()
            .map(line -> line.split(": ", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    assertThat(WebhookSigner.headers(message, body, secrets, attempt, SENT_AT)).isEqualTo(expected);
  }

  private WebhookMessage message(String name) {
    return switch (name) {
      case "job.status_changed" -> transition(JobStatus.JOINING, JobStatus.IN_CALL, 0, e -> {});
      case "job.status_changed.failed" ->
          transition(JobStatus.JOINING, JobStatus.FAILED, 0, GoldenEnvelopesTest::denied);
      case "job.failed" ->
          transition(JobStatus.JOINING, JobStatus.FAILED, 1, GoldenEnvelopesTest::denied);
      case "job.finalized" ->
          transition(
              JobStatus.FINALIZING,
              JobStatus.COMPLETED,
              1,
              e -> {
                e.manifestUri = "https://meetbot.example/api/v1/jobs/job-1/manifest";
                e.endReason = EndReason.EVERYONE_LEFT;
              });
      case "bot.recording_permission_response" ->
          consent(new ConsentAnswer(true, ConsentAnswer.Reason.GRANTED, "Ada", Jobs.NOW));
      case "bot.recording_permission_response.timeout" ->
          consent(new ConsentAnswer(false, ConsentAnswer.Reason.TIMEOUT, null, Jobs.NOW));
      case "bot.waiting_room" ->
          JobFacts.waiting(job(JobStatus.JOINING, e -> {}), Jobs.NOW)
              .orElseThrow()
              .messages()
              .get(0);
      case "webhook.test" ->
          Events.test(
              new DeliveryId("dlv_01JDAAAAAAAAAAAAAAAAAAAAAA"),
              new TenantId("tenant-1"),
              Jobs.STATUS_URL,
              version,
              Jobs.NOW);
      case "bot.competing_bot_detected" ->
          seen(
              name,
              Json.createObjectBuilder()
                  .add("botName", "Otter.ai Notetaker")
                  .add("vendor", "Otter")
                  .add("leftMeeting", false));
      case "bot.chat_message" ->
          seen(
              name,
              Json.createObjectBuilder()
                  .add("senderId", "p1")
                  .add("sender", "Ada")
                  .add("at", Envelope.time(Jobs.NOW.minusMillis(1500)))
                  .add("text", "grüß dich ☕"));
      default ->
          seen(
              name,
              Json.createObjectBuilder()
                  .add("participantId", "p1")
                  .add("name", "Ada")
                  .add("host", true)
                  .add("bot", false));
    };
  }

  private Job job(JobStatus status, Consumer<Progress.Editor> edit) {
    return Jobs.in(status, edit, version, OPT_IN);
  }

  private WebhookMessage transition(
      JobStatus from, JobStatus to, int index, Consumer<Progress.Editor> edit) {
    return Events.ofTransition(from, job(to, edit), Jobs.NOW).get(index);
  }

  private static void denied(Progress.Editor edit) {
    edit.failure =
        new Failure(FailureCode.HOST_DENIED_ADMISSION, "the host denied entry 47 s after asking");
  }

  private WebhookMessage consent(ConsentAnswer answer) {
    Job job = job(JobStatus.IN_CALL, e -> {});
    return JobFacts.consented(job, answer, Jobs.NOW).orElseThrow().messages().get(0);
  }

  private WebhookMessage seen(String name, JsonObjectBuilder data) {
    Job job = job(JobStatus.RECORDING, e -> {});
    return Events.optional(job, List.of(new NamedEvent(name, data.build())), Jobs.NOW).get(0);
  }

  private static JsonObject json(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  private static String golden(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            GoldenEnvelopesTest.class.getResourceAsStream("golden/" + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
