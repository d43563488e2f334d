package dev.meetbot.sdk;

/**
 * What became of a request for a bot. Immutable. The status of HTTP tells: 201 for a new job, 200
 * for one that was there.
 *
 * @param job the new one, or the one that the external id belongs to, as it is now
 * @param created whether the job is new; false when the external id was known, and no bot was sent.
 *     A repeat with the same idempotency key has the answer of the first request
 */
public record Dispatch(Job job, boolean created) {}
