package dev.meetbot.model;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a job's events go. With one URL given it gets all events.
 *
 * @param version of the envelope, 1 or 2
 * @param events names of the opt-in events ({@code bot.participant_joined} and such)
 */
public record WebhookTargets(
    @Nullable URI onStatusChange, @Nullable URI onFinalize, int version, Set<String> events) {
  /** No webhooks at all. */
  public static final WebhookTargets NONE = new WebhookTargets(null, null, 2, Set.of());

  public WebhookTargets {
    if (version != 1 && version != 2) {
      throw new IllegalArgumentException("webhook version must be 1 or 2, is " + version);
    }
    events = Set.copyOf(events);
  }
}
