package dev.meetbot.sdk;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook's body, read. Verify the bytes by {@link WebhookSignature} first. Deliveries come at
 * least once: sort repeats out by {@link #deliveryId()}. An event that this SDK does not know is an
 * {@link Unknown} one.
 */
public sealed interface WebhookEvent {
  /** What every event says. */
  WebhookEnvelope envelope();

  /** The same over all attempts at a delivery. */
  default String deliveryId() {
    return envelope().deliveryId();
  }

  /** The event's name, such as {@code job.finalized}. */
  default String event() {
    return envelope().event();
  }

  /** The job's id; null for {@code webhook.test}. */
  default @Nullable String jobId() {
    return envelope().jobId();
  }

  /**
   * Reads a body that was verified.
   *
   * @throws MeetbotResponseException when it is not the JSON of an event
   */
  static WebhookEvent parse(byte[] body) {
    return EventReader.read(new String(body, StandardCharsets.UTF_8));
  }

  /** A transition; {@code failure} is there when it is one to failed. */
  record JobStatusChanged(
      WebhookEnvelope envelope, JobStatus previousStatus, @Nullable Failure failure)
      implements WebhookEvent {}

  /** The manifest is written; once per successful job. */
  record JobFinalized(WebhookEnvelope envelope, String manifestUri, @Nullable EndReason endReason)
      implements WebhookEvent {}

  /** The job failed for good. */
  record JobFailed(WebhookEnvelope envelope, Failure failure) implements WebhookEvent {}

  /** The host answered, or did not in time ({@code reason} is {@code timeout} then). */
  record RecordingPermissionResponse(
      WebhookEnvelope envelope,
      boolean granted,
      @Nullable String reason,
      @Nullable String respondent)
      implements WebhookEvent {}

  /** Another recording bot was seen; once per name. */
  record CompetingBotDetected(
      WebhookEnvelope envelope, String botName, @Nullable String vendor, boolean leftMeeting)
      implements WebhookEvent {}

  /** The bot waits to be let in. */
  record WaitingRoom(WebhookEnvelope envelope, Instant waitingRoomSince) implements WebhookEvent {}

  /** Somebody came. */
  record ParticipantJoined(
      WebhookEnvelope envelope,
      @Nullable String participantId,
      @Nullable String name,
      boolean host,
      boolean bot)
      implements WebhookEvent {}

  /** Somebody left. */
  record ParticipantLeft(
      WebhookEnvelope envelope,
      @Nullable String participantId,
      @Nullable String name,
      boolean host,
      boolean bot)
      implements WebhookEvent {}

  /** Somebody wrote in the chat. */
  record ChatMessage(
      WebhookEnvelope envelope,
      @Nullable String senderId,
      @Nullable String sender,
      @Nullable Instant at,
      @Nullable String text)
      implements WebhookEvent {}

  /** A test by {@code POST /api/v1/webhooks/test}; belongs to no job. */
  record WebhookTest(WebhookEnvelope envelope) implements WebhookEvent {}

  /** Something that a newer server tells; see {@link WebhookEnvelope#data()}. */
  record Unknown(WebhookEnvelope envelope) implements WebhookEvent {}

  /**
   * Why a job failed.
   *
   * @param code null in version 1
   * @param detail null in version 1
   * @param reason the older name of {@code detail}
   */
  record Failure(@Nullable FailureCode code, @Nullable String detail, @Nullable String reason) {}
}
