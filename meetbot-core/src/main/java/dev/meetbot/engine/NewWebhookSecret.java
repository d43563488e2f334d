package dev.meetbot.engine;

import java.time.Instant;

/**
 * A signing secret at the only moment at which it can be read.
 *
 * @param secret {@code whsec_...}
 * @param previousUntil until when the one before signs too
 */
public record NewWebhookSecret(String secret, Instant previousUntil) {
  @Override
  public String toString() {
    return "NewWebhookSecret[" + previousUntil + "]";
  }
}
