package dev.meetbot.sdk;

import dev.meetbot.sdk.WebhookEvent.Failure;
import java.util.Map;

/** Bodies of webhooks to events. Pure. */
final class EventReader {
  private EventReader() {}

  static WebhookEvent read(String body) {
    Map<String, Object> all =
        Json.findObject(body)
            .orElseThrow(() -> new MeetbotResponseException("this is not an event's JSON", null));
    EventFields top = new EventFields(all);
    EventFields data = new EventFields(top.map("data"));
    WebhookEnvelope envelope =
        new WebhookEnvelope(
            top.text("deliveryId"),
            top.text("event"),
            top.time("emittedAt"),
            top.number("attempt", 1),
            top.number("version", 1),
            data.findText("jobId"),
            data.findText("externalId"),
            data.find("status", JobStatus::new),
            data.map("metadata"),
            top.map("data"));
    return event(envelope, data);
  }

  private static WebhookEvent event(WebhookEnvelope envelope, EventFields data) {
    return switch (envelope.event()) {
      case "job.status_changed" ->
          new WebhookEvent.JobStatusChanged(
              envelope,
              new JobStatus(data.text("previousStatus")),
              JobStatus.FAILED.equals(envelope.status()) ? failure(data) : null);
      case "job.finalized" ->
          new WebhookEvent.JobFinalized(
              envelope, data.text("manifestUri"), data.find("endReason", EndReason::new));
      case "job.failed" -> new WebhookEvent.JobFailed(envelope, failure(data));
      case "bot.recording_permission_response" ->
          new WebhookEvent.RecordingPermissionResponse(
              envelope, data.flag("granted"), data.findText("reason"), data.findText("respondent"));
      case "bot.competing_bot_detected" ->
          new WebhookEvent.CompetingBotDetected(
              envelope, data.text("botName"), data.findText("vendor"), data.flag("leftMeeting"));
      case "bot.waiting_room" ->
          new WebhookEvent.WaitingRoom(envelope, data.time("waitingRoomSince"));
      case "bot.participant_joined" ->
          new WebhookEvent.ParticipantJoined(
              envelope,
              data.findText("participantId"),
              data.findText("name"),
              data.flag("host"),
              data.flag("bot"));
      case "bot.participant_left" ->
          new WebhookEvent.ParticipantLeft(
              envelope,
              data.findText("participantId"),
              data.findText("name"),
              data.flag("host"),
              data.flag("bot"));
      case "bot.chat_message" ->
          new WebhookEvent.ChatMessage(
              envelope,
              data.findText("senderId"),
              data.findText("sender"),
              data.findTime("at"),
              data.findText("text"));
      case "webhook.test" -> new WebhookEvent.WebhookTest(envelope);
      default -> new WebhookEvent.Unknown(envelope);
    };
  }

  private static Failure failure(EventFields data) {
    return new Failure(
        data.find("failure_code", FailureCode::new),
        data.findText("failure_detail"),
        data.findText("failure_reason"));
  }
}
