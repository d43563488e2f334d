package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A bot's job, as it was when the server answered. What a server leaves out is null, or empty, or
 * 0.
 *
 * @param id by which it is asked for
 * @param externalId as the caller named it; the key against doubles
 * @param joinAt when the bot is to be in the call
 * @param metadata as given; numbers are {@link java.math.BigDecimal}
 * @param waitingRoomSince since when the bot waits to be let in; null when it does not
 * @param participantCount people in the call, the bot not counted
 * @param manifestUri where the manifest is, once it is written
 * @param endReason why it ended; null while it runs
 * @param failureCode why it failed; null when it did not
 * @param failureDetail what was seen and when, in one sentence
 * @param failureReason the older name of {@code failureDetail}
 * @param statusHistory the oldest first
 */
public record Job(
    String id,
    String externalId,
    String meetingUrl,
    String platform,
    JobStatus status,
    @Nullable Instant joinAt,
    String displayName,
    Map<String, @Nullable Object> metadata,
    @Nullable Webhooks webhooks,
    @Nullable AutoLeave autoLeave,
    @Nullable Recording recording,
    @Nullable Consent consent,
    @Nullable Join join,
    @Nullable RecordingState recordingState,
    @Nullable Instant waitingRoomSince,
    int participantCount,
    @Nullable String manifestUri,
    @Nullable EndReason endReason,
    @Nullable FailureCode failureCode,
    @Nullable String failureDetail,
    @Nullable String failureReason,
    long billedSeconds,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Instant joinedAt,
    @Nullable Instant endedAt,
    List<StatusEntry> statusHistory) {
  /** Checks that it is a job at all, and copies what is in it. */
  @JsonbCreator
  public Job {
    Given.there(id, "id");
    Given.there(status, "status");
    metadata = Given.map(metadata);
    statusHistory = Given.list(statusHistory);
  }

  /** Whether nothing more will happen to it. */
  public boolean hasEnded() {
    return status.isEnd();
  }

  /** Without its addresses, in which passcodes and tokens may stand. */
  @Override
  public String toString() {
    return "Job[" + id + ", " + externalId + ", " + status + "]";
  }

  /** Where the job is told of; either may be null. */
  public record Webhooks(
      @Nullable String onStatusChange,
      @Nullable String onFinalize,
      int version,
      List<String> events) {
    /** Copies the events. */
    @JsonbCreator
    public Webhooks {
      events = Given.list(events);
    }

    /** Without the addresses, in which tokens may stand. */
    @Override
    public String toString() {
      return "Webhooks[version " + version + "]";
    }
  }

  /** When the bot leaves by itself; whole seconds, 0 for never. */
  public record AutoLeave(
      int afterEntryDelaySeconds,
      int afterSilenceSeconds,
      int afterSoloSeconds,
      int afterMaxSeconds,
      boolean onBotDetected,
      int afterNoOneJoinedSeconds,
      int afterOnlyBotsSeconds,
      List<String> botNames) {
    /** Copies the names. */
    @JsonbCreator
    public AutoLeave {
      botNames = Given.list(botNames);
    }
  }

  /** What is recorded, in the API's words. */
  public record Recording(
      String audio,
      String video,
      String layout,
      boolean captions,
      boolean chat,
      boolean startOnJoin) {
    /** As the server said it. */
    @JsonbCreator
    public Recording {}
  }

  /** Whether the host is asked first, with what words, and how long an answer may take. */
  public record Consent(boolean required, @Nullable String prompt, int timeoutSeconds) {
    /** As the server said it. */
    @JsonbCreator
    public Consent {}
  }

  /** How the bot gets in; the passcode itself is never told. */
  public record Join(String signIn, boolean hasPasscode, boolean film) {
    /** As the server said it. */
    @JsonbCreator
    public Join {}
  }

  /** One row of the history. */
  public record StatusEntry(JobStatus status, @Nullable Instant at, @Nullable String reason) {
    /** As the server said it. */
    @JsonbCreator
    public StatusEntry {}
  }
}
