package dev.meetbot.provider.remote;

import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.ConsentSpec;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec;
import dev.meetbot.model.Lease;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.StatusChange;
import dev.meetbot.model.TenantId;
import dev.meetbot.model.WebhookTargets;
import dev.meetbot.model.WorkerId;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A claimed job as the server writes it. Webhooks stay with the server: they are not read. */
final class RemoteJobJson {
  private RemoteJobJson() {}

  /**
   * @param seal makes of a passcode what a job may hold
   */
  static Job job(JsonObject from, WorkerId worker, UnaryOperator<String> seal, Instant now) {
    JsonObject job = from.getJsonObject("job");
    JobStatus status = JobStatus.find(job.getString("status")).orElseThrow();
    Progress progress =
        Progress.queued(Instant.parse(from.getString("dueAt")))
            .with(
                edit -> {
                  edit.status = status;
                  edit.attempt = from.getInt("attempt");
                  edit.reported = from.getJsonNumber("sequence").longValueExact();
                  edit.recordingState =
                      constant(RecordingState.class, job.getString("recordingState"));
                  edit.participantCount = job.getInt("participantCount");
                  edit.waitingRoomSince = instant(job, "waitingRoomSince");
                  edit.joinedAt = instant(job, "joinedAt");
                  edit.commands = commands(from.getJsonArray("commands"));
                });
    Instant created = Instant.parse(job.getString("createdAt"));
    return new Job(
        new JobId(job.getString("id")),
        new TenantId(from.getString("tenantId")),
        1,
        spec(job).withJoin(join(from, seal)),
        progress,
        new Lease(worker, now),
        List.of(new StatusChange(status, now, null)),
        created,
        now);
  }

  static List<BotCommand> commands(JsonArray from) {
    return from.getValuesAs(JsonObject.class).stream()
        .map(
            row ->
                new BotCommand(
                    row.getString("requestId"),
                    BotVerb.find(row.getString("verb")).orElseThrow(),
                    row.getString("message", null),
                    Instant.parse(row.getString("at"))))
        .toList();
  }

  static <E extends Enum<E>> E constant(Class<E> type, String wireName) {
    return Enum.valueOf(type, wireName.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static JobSpec spec(JsonObject job) {
    return new JobSpec(
        job.getString("externalId"),
        URI.create(job.getString("meetingUrl")),
        job.getString("platform"),
        Instant.parse(job.getString("joinAt")),
        job.getString("displayName"),
        WebhookTargets.NONE,
        job.getJsonObject("metadata").toString(),
        autoLeave(job.getJsonObject("autoLeave")),
        recording(job.getJsonObject("recording")),
        consent(job.getJsonObject("consent")));
  }

  /** Servers before this was said so keep silent about it. */
  private static JoinSpec join(JsonObject from, UnaryOperator<String> seal) {
    JsonObject join = from.getJsonObject("job").getJsonObject("join");
    if (join == null) {
      return JoinSpec.DEFAULTS;
    }
    String passcode = from.getString("passcode", null);
    return new JoinSpec(
        constant(JoinSpec.SignIn.class, join.getString("signIn")),
        passcode == null ? null : seal.apply(passcode),
        join.getBoolean("film"));
  }

  private static AutoLeave autoLeave(JsonObject from) {
    return new AutoLeave(
        seconds(from, "afterEntryDelaySeconds"),
        seconds(from, "afterSilenceSeconds"),
        seconds(from, "afterSoloSeconds"),
        seconds(from, "afterMaxSeconds"),
        seconds(from, "afterNoOneJoinedSeconds"),
        seconds(from, "afterOnlyBotsSeconds"),
        from.getBoolean("onBotDetected"),
        texts(from.getJsonArray("botNames")));
  }

  private static RecordingSpec recording(JsonObject from) {
    return new RecordingSpec(
        constant(RecordingSpec.Audio.class, from.getString("audio")),
        constant(RecordingSpec.Video.class, from.getString("video")),
        constant(RecordingSpec.Layout.class, from.getString("layout")),
        from.getBoolean("captions"),
        from.getBoolean("chat"),
        from.getBoolean("startOnJoin"));
  }

  private static ConsentSpec consent(JsonObject from) {
    return new ConsentSpec(
        from.getBoolean("required"),
        from.isNull("prompt") ? null : from.getString("prompt"),
        seconds(from, "timeoutSeconds"));
  }

  private static Duration seconds(JsonObject from, String name) {
    return Duration.ofSeconds(from.getJsonNumber(name).longValueExact());
  }

  private static Set<String> texts(JsonArray from) {
    return from.getValuesAs(JsonString::getString).stream().collect(Collectors.toSet());
  }

  private static @Nullable Instant instant(JsonObject from, String name) {
    return from.isNull(name) ? null : Instant.parse(from.getString(name));
  }
}
