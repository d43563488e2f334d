package dev.meetbot.engine;

/**
 * What a request found of its allowance.
 *
 * @param allowed whether the request may go on
 * @param limit requests per minute; 0 when there is no limit, and the rest means nothing
 * @param remaining requests that could follow at once
 * @param resetSeconds until the whole allowance is there again
 * @param retryAfterSeconds until the next request is allowed; 0 when it is allowed already
 */
public record RateState(
    boolean allowed, long limit, long remaining, long resetSeconds, long retryAfterSeconds) {
  /** No limit at all. */
  public static final RateState UNLIMITED = new RateState(true, 0, 0, 0, 0);

  /** Whether there is a limit to tell of. */
  public boolean limited() {
    return limit > 0;
  }
}
