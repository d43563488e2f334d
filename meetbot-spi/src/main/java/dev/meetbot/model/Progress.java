package dev.meetbot.model;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How far a job has come: everything about it that changes.
 *
 * @param dueAt when a bot is to ask to be let in; a worker may claim the job somewhat earlier
 * @param attempt how often it was claimed, 0 before the first claim
 * @param waitingRoomSince when the bot was put into the waiting room; null when it is not there
 * @param recordingStartedAt the zero of all media offsets
 * @param manifestUri where the manifest is; null until it is written
 * @param billedSeconds seconds of the minutes that were charged for, known when the job has ended
 * @param recorded for how long it was recorded, without pauses
 * @param commands what clients asked for and the bot has not done yet, oldest first
 * @param reported sequence of the newest report of a bot that runs outside the server; 0 before any
 * @param consents every answer to the question whether to record, oldest first
 */
public record Progress(
    JobStatus status,
    RecordingState recordingState,
    Instant dueAt,
    int attempt,
    int participantCount,
    @Nullable Instant waitingRoomSince,
    @Nullable Instant joinedAt,
    @Nullable Instant recordingStartedAt,
    @Nullable Instant endedAt,
    @Nullable EndReason endReason,
    @Nullable Failure failure,
    @Nullable String manifestUri,
    long billedSeconds,
    RecordedTime recorded,
    List<BotCommand> commands,
    List<ConsentAnswer> consents,
    long reported) {
  public Progress {
    commands = List.copyOf(commands);
    consents = List.copyOf(consents);
  }

  /** A new job's progress: queued, claimable from {@code dueAt}. */
  public static Progress queued(Instant dueAt) {
    return new Progress(
        JobStatus.QUEUED,
        RecordingState.IDLE,
        dueAt,
        0,
        0,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        RecordedTime.NONE,
        List.of(),
        List.of(),
        0);
  }

  /** A copy in which {@code edit} changed something. */
  public Progress with(Consumer<Editor> edit) {
    Editor editor = new Editor(this);
    edit.accept(editor);
    return editor.build();
  }

  /** The fields of a copy in the making; not thread-safe, lives only inside {@link #with}. */
  public static final class Editor {
    public JobStatus status;
    public RecordingState recordingState;
    public Instant dueAt;
    public int attempt;
    public int participantCount;
    public @Nullable Instant waitingRoomSince;
    public @Nullable Instant joinedAt;
    public @Nullable Instant recordingStartedAt;
    public @Nullable Instant endedAt;
    public @Nullable EndReason endReason;
    public @Nullable Failure failure;
    public @Nullable String manifestUri;
    public long billedSeconds;
    public RecordedTime recorded;
    public List<BotCommand> commands;
    public List<ConsentAnswer> consents;
    public long reported;

    private Editor(Progress from) {
      status = from.status;
      recordingState = from.recordingState;
      dueAt = from.dueAt;
      attempt = from.attempt;
      participantCount = from.participantCount;
      waitingRoomSince = from.waitingRoomSince;
      joinedAt = from.joinedAt;
      recordingStartedAt = from.recordingStartedAt;
      endedAt = from.endedAt;
      endReason = from.endReason;
      failure = from.failure;
      manifestUri = from.manifestUri;
      billedSeconds = from.billedSeconds;
      recorded = from.recorded;
      commands = from.commands;
      consents = from.consents;
      reported = from.reported;
    }

    private Progress build() {
      return new Progress(
          status,
          recordingState,
          dueAt,
          attempt,
          participantCount,
          waitingRoomSince,
          joinedAt,
          recordingStartedAt,
          endedAt,
          endReason,
          failure,
          manifestUri,
          billedSeconds,
          recorded,
          commands,
          consents,
          reported);
    }
  }
}
