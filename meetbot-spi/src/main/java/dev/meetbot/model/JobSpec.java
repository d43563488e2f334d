package dev.meetbot.model;

import java.net.URI;
import java.time.Instant;

/**
 * What a client asked for. It stays as it was at creation, but for a job that was made from a
 * calendar invite: while that is queued, a change of the meeting gives it another address, time,
 * platform or metadata under the same id.
 *
 * @param externalId the client's own id, unique per tenant
 * @param platform id of the platform that understands {@code meetingUrl}
 * @param joinAt when the bot should be in the call
 * @param metadata a JSON object as text, returned as given
 * @param join how the bot gets in; a passcode in there is sealed
 */
public record JobSpec(
    String externalId,
    URI meetingUrl,
    String platform,
    Instant joinAt,
    String displayName,
    WebhookTargets webhooks,
    String metadata,
    AutoLeave autoLeave,
    RecordingSpec recording,
    ConsentSpec consent,
    JoinSpec join) {
  public JobSpec {
    Checks.text(externalId, 1, 255, "externalId");
    Checks.text(displayName, 1, 64, "displayName");
  }

  /** A job whose bot goes in as any guest. */
  public JobSpec(
      String externalId,
      URI meetingUrl,
      String platform,
      Instant joinAt,
      String displayName,
      WebhookTargets webhooks,
      String metadata,
      AutoLeave autoLeave,
      RecordingSpec recording,
      ConsentSpec consent) {
    this(
        externalId,
        meetingUrl,
        platform,
        joinAt,
        displayName,
        webhooks,
        metadata,
        autoLeave,
        recording,
        consent,
        JoinSpec.DEFAULTS);
  }

  /** The same with another way in. */
  public JobSpec withJoin(JoinSpec other) {
    return new JobSpec(
        externalId,
        meetingUrl,
        platform,
        joinAt,
        displayName,
        webhooks,
        metadata,
        autoLeave,
        recording,
        consent,
        other);
  }
}
