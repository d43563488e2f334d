package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.engine.internal.webhook.Envelope;
import dev.meetbot.engine.internal.webhook.Events;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.WebhookMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes of a job that leave its status as it is. Pure. */
public final class JobFacts {
  /** A host who changes their mind for ever must not fill the database. */
  private static final int MAX_ANSWERS = 200;

  private JobFacts() {}

  /** The bot was put into the waiting room; empty when that is known already. */
  public static Optional<JobChange> waiting(Job job, Instant now) {
    if (job.status() != JobStatus.JOINING || job.progress().waitingRoomSince() != null) {
      return Optional.empty();
    }
    Job changed = edited(job, now, edit -> edit.waitingRoomSince = now);
    JsonObject extra =
        Json.createObjectBuilder().add("waitingRoomSince", Envelope.time(now)).build();
    return Optional.of(
        new JobChange(changed, Events.optional(changed, "bot.waiting_room", List.of(extra), now)));
  }

  /**
   * So many people are in the call, and these events were seen; empty when nothing is new.
   *
   * @param events the names and data of opt-in events
   */
  public static Optional<JobChange> seen(
      Job job, int participants, List<NamedEvent> events, Instant now) {
    boolean sameCount = job.progress().participantCount() == participants;
    if (job.status().terminal() || (sameCount && !Events.wantsAny(job, events))) {
      return Optional.empty();
    }
    Job changed = edited(job, now, edit -> edit.participantCount = participants);
    return Optional.of(new JobChange(changed, messages(changed, events, now)));
  }

  /** The worker gives the job back without ending it: somebody else takes it over. */
  public static Optional<JobChange> released(Job job, Instant now) {
    if (job.status().terminal() || job.lease() == null) {
      return Optional.empty();
    }
    return Optional.of(new JobChange(edited(job, now, edit -> {}).withLease(null), List.of()));
  }

  /** The worker gives a waiting job back for a while; empty when it waits no more. */
  public static Optional<JobChange> postponed(Job job, Instant now, Duration by) {
    if (job.status() != JobStatus.QUEUED) {
      return Optional.empty();
    }
    Job later = edited(job, now, edit -> edit.dueAt = now.plus(by)).withLease(null);
    return Optional.of(new JobChange(later, List.of()));
  }

  /** A client asked something of the bot. */
  public static JobChange asked(Job job, BotCommand command, Instant now) {
    List<BotCommand> commands = new ArrayList<>(job.progress().commands());
    commands.add(command);
    return new JobChange(edited(job, now, edit -> edit.commands = commands), List.of());
  }

  /** The bot has done what it was asked; empty when that is known already. */
  public static Optional<JobChange> done(Job job, String requestId, Instant now) {
    List<BotCommand> left =
        job.progress().commands().stream().filter(c -> !c.requestId().equals(requestId)).toList();
    return left.size() == job.progress().commands().size()
        ? Optional.empty()
        : Optional.of(new JobChange(edited(job, now, edit -> edit.commands = left), List.of()));
  }

  /** The recording pauses or goes on; empty when it does already, or none is running. */
  public static Optional<JobChange> recording(Job job, boolean paused, Instant now) {
    RecordingState next = paused ? RecordingState.PAUSED : RecordingState.RECORDING;
    if (job.status() != JobStatus.RECORDING || job.progress().recordingState() == next) {
      return Optional.empty();
    }
    return Optional.of(
        new JobChange(edited(job, now, edit -> edit.recordingState = next), List.of()));
  }

  /**
   * The question whether to record was answered, or its time is over; the client is always told.
   */
  public static Optional<JobChange> consented(Job job, ConsentAnswer answer, Instant now) {
    if (job.status().terminal()) {
      return Optional.empty();
    }
    List<ConsentAnswer> answers = new ArrayList<>(job.progress().consents());
    answers.add(answer);
    List<ConsentAnswer> kept =
        answers.subList(Math.max(0, answers.size() - MAX_ANSWERS), answers.size());
    Job changed = edited(job, now, edit -> edit.consents = kept);
    JsonObjectBuilder data =
        Json.createObjectBuilder()
            .add("granted", answer.granted())
            .add("reason", answer.reason().wireName());
    if (answer.respondent() == null) {
      data.addNull("respondent");
    } else {
      data.add("respondent", answer.respondent());
    }
    NamedEvent event = new NamedEvent("bot.recording_permission_response", data.build());
    return Optional.of(new JobChange(changed, Events.optional(changed, List.of(event), now)));
  }

  /**
   * So many seconds were charged for; empty when that is known already. Comes after the end too:
   * the books are closed when the job has ended.
   */
  public static Optional<JobChange> billed(Job job, long seconds, Instant now) {
    return job.progress().billedSeconds() == seconds
        ? Optional.empty()
        : Optional.of(
            new JobChange(
                JobEdits.next(job, now, edit -> edit.billedSeconds = seconds), List.of()));
  }

  /** The same change with what was charged for. */
  public static Job withBilled(Job after, long seconds) {
    return JobEdits.within(after, edit -> edit.billedSeconds = seconds);
  }

  /** An event that clients get when they asked for it by name. */
  public record NamedEvent(String name, JsonObject data) {}

  private static List<WebhookMessage> messages(Job job, List<NamedEvent> events, Instant now) {
    return Events.optional(job, events, now);
  }

  private static Job edited(Job job, Instant now, Consumer<Progress.Editor> edit) {
    return JobEdits.next(job, now, edit);
  }
}
