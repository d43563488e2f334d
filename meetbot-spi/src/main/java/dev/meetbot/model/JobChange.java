package dev.meetbot.model;

import java.util.List;

/**
 * What one decision did to a job: stored whole or not at all.
 *
 * @param job the job after the change; its version is one more than the stored one's
 * @param messages webhook messages that tell of it, in order
 */
public record JobChange(Job job, List<WebhookMessage> messages) {
  public JobChange {
    messages = List.copyOf(messages);
  }
}
