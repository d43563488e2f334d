package dev.meetbot.provider.jpa;

import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordedTime;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.StatusChange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job's progress and history as JSON text and back; status and due time have columns instead. */
final class ProgressJson {
  private final JsonText json;

  ProgressJson(JsonText json) {
    this.json = json;
  }

  String write(Progress progress) {
    JsonObjectBuilder to =
        json.object()
            .add("recordingState", progress.recordingState().name())
            .add("attempt", progress.attempt())
            .add("participantCount", progress.participantCount())
            .add("billedSeconds", progress.billedSeconds())
            .add("reported", progress.reported())
            .add("recordedMillis", progress.recorded().millis());
    JsonText.put(to, "recordingSince", progress.recorded().since());
    JsonText.put(to, "waitingRoomSince", progress.waitingRoomSince());
    JsonText.put(to, "joinedAt", progress.joinedAt());
    JsonText.put(to, "recordingStartedAt", progress.recordingStartedAt());
    JsonText.put(to, "endedAt", progress.endedAt());
    JsonText.put(to, "manifestUri", progress.manifestUri());
    EndReason reason = progress.endReason();
    JsonText.put(to, "endReason", reason == null ? null : reason.name());
    Failure failure = progress.failure();
    if (failure != null) {
      to.add("failureCode", failure.code().name()).add("failureDetail", failure.detail());
    }
    to.add("commands", commands(progress.commands()));
    to.add("consents", consents(progress.consents()));
    return to.build().toString();
  }

  Progress read(JobStatus status, Instant dueAt, String text) {
    JsonObject from = json.readObject(text);
    String reason = JsonText.string(from, "endReason");
    return new Progress(
        status,
        RecordingState.valueOf(from.getString("recordingState")),
        dueAt,
        from.getInt("attempt"),
        from.getInt("participantCount"),
        JsonText.instant(from, "waitingRoomSince"),
        JsonText.instant(from, "joinedAt"),
        JsonText.instant(from, "recordingStartedAt"),
        JsonText.instant(from, "endedAt"),
        reason == null ? null : EndReason.valueOf(reason),
        failure(from),
        JsonText.string(from, "manifestUri"),
        from.getJsonNumber("billedSeconds").longValueExact(),
        recorded(from),
        objects(from, "commands").map(ProgressJson::command).toList(),
        objects(from, "consents").map(ProgressJson::consent).toList(),
        // rows of an earlier version have no such number
        from.containsKey("reported") ? from.getJsonNumber("reported").longValueExact() : 0);
  }

  private JsonArrayBuilder commands(List<BotCommand> commands) {
    JsonArrayBuilder to = json.array();
    for (BotCommand command : commands) {
      JsonObjectBuilder row =
          json.object()
              .add("requestId", command.requestId())
              .add("verb", command.verb().name())
              .add("at", command.at().toString());
      JsonText.put(row, "text", command.text());
      to.add(row);
    }
    return to;
  }

  private static BotCommand command(JsonObject from) {
    return new BotCommand(
        from.getString("requestId"),
        BotVerb.valueOf(from.getString("verb")),
        JsonText.string(from, "text"),
        Instant.parse(from.getString("at")));
  }

  private JsonArrayBuilder consents(List<ConsentAnswer> answers) {
    JsonArrayBuilder to = json.array();
    for (ConsentAnswer answer : answers) {
      JsonObjectBuilder row =
          json.object()
              .add("granted", answer.granted())
              .add("reason", answer.reason().name())
              .add("at", answer.at().toString());
      JsonText.put(row, "respondent", answer.respondent());
      to.add(row);
    }
    return to;
  }

  private static ConsentAnswer consent(JsonObject from) {
    return new ConsentAnswer(
        from.getBoolean("granted"),
        ConsentAnswer.Reason.valueOf(from.getString("reason")),
        JsonText.string(from, "respondent"),
        Instant.parse(from.getString("at")));
  }

  /** Rows of an earlier version have no such list. */
  private static Stream<JsonObject> objects(JsonObject from, String name) {
    return from.containsKey(name)
        ? from.getJsonArray(name).getValuesAs(JsonObject.class).stream()
        : Stream.empty();
  }

  /** Jobs from before this was counted have none. */
  private static RecordedTime recorded(JsonObject from) {
    return from.containsKey("recordedMillis")
        ? new RecordedTime(
            from.getJsonNumber("recordedMillis").longValueExact(),
            JsonText.instant(from, "recordingSince"))
        : RecordedTime.NONE;
  }

  private static @Nullable Failure failure(JsonObject from) {
    String code = JsonText.string(from, "failureCode");
    return code == null
        ? null
        : new Failure(FailureCode.valueOf(code), from.getString("failureDetail"));
  }

  String writeHistory(List<StatusChange> history) {
    JsonArrayBuilder to = json.array();
    for (StatusChange change : history) {
      JsonObjectBuilder row =
          json.object().add("status", change.status().name()).add("at", change.at().toString());
      JsonText.put(row, "reason", change.reason());
      to.add(row);
    }
    return to.build().toString();
  }

  List<StatusChange> readHistory(String text) {
    return json.readArray(text).getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new StatusChange(
                    JobStatus.valueOf(row.getString("status")),
                    Instant.parse(row.getString("at")),
                    JsonText.string(row, "reason")))
        .toList();
  }
}
