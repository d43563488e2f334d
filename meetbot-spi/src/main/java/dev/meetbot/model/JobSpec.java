package dev.meetbot.model;

import java.net.URI;
import java.time.Instant;

/**
 * What a client asked for; it never changes after creation.
 *
 * @param externalId the client's own id, unique per tenant
 * @param platform id of the platform that understands {@code meetingUrl}
 * @param joinAt when the bot should be in the call
 * @param metadata a JSON object as text, returned as given
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
    ConsentSpec consent) {
  public JobSpec {
    Checks.text(externalId, 1, 255, "externalId");
    Checks.text(displayName, 1, 64, "displayName");
  }
}
