package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver.
 *
 * @param number from 1
 * @param httpStatus the answer's status; null when there was no answer
 * @param error what went wrong, for people; null after a success
 * @param responseHead the first 4 KiB of the answer's body as text; null when there was none
 */
public record DeliveryAttempt(
    int number,
    Instant at,
    @Nullable Integer httpStatus,
    @Nullable String error,
    @Nullable String responseHead) {}
