package dev.meetbot.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the recording waits for the host's yes.
 *
 * @param prompt what the host is asked; null means the built-in text
 */
public record ConsentSpec(boolean required, @Nullable String prompt, Duration timeout) {
  /** No consent needed before recording. */
  public static final ConsentSpec NOT_REQUIRED =
      new ConsentSpec(false, null, Duration.ofSeconds(120));
}
