package dev.meetbot.sdk;

import jakarta.json.bind.annotation.JsonbCreator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new signing secret, which is shown only now.
 *
 * @param webhookSecret {@code whsec_...}; a secret
 * @param previousValidUntil until then the one before signs, too
 */
public record SecretRotation(String webhookSecret, @Nullable Instant previousValidUntil) {
  /** Checks that there is a secret. */
  @JsonbCreator
  public SecretRotation {
    Given.there(webhookSecret, "webhookSecret");
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "SecretRotation[previousValidUntil=" + previousValidUntil + "]";
  }
}
