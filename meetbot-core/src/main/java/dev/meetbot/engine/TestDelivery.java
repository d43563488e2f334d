package dev.meetbot.engine;

import dev.meetbot.model.DeliveryId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test event.
 *
 * @param delivered whether the receiver answered with a 2xx
 * @param status the answer's status; null when there was no answer
 * @param error what went wrong, for people; null when it was delivered
 */
public record TestDelivery(
    DeliveryId id,
    boolean delivered,
    @Nullable Integer status,
    @Nullable String error,
    Duration took) {}
