package dev.meetbot.sdk;

import java.time.Duration;

/**
 * How long the next poll of a login waits (RFC 8628, 3.5). Pure.
 *
 * @param length to wait before the next poll
 */
record LoginInterval(Duration length) {
  private static final Duration SLOWER = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  /** The interval from now on; it never gets shorter. */
  LoginInterval after(LoginAnswer answer) {
    return switch (answer.kind()) {
      case COMPLETE, PENDING, EXPIRED -> this;
      case TOO_EARLY -> new LoginInterval(longer(length.plus(SLOWER), answer.atLeast()));
      case NO_ANSWER -> new LoginInterval(longer(length, shorter(length.multipliedBy(2), LONGEST)));
    };
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
