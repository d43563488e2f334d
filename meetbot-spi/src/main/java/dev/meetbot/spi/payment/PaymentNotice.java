package dev.meetbot.spi.payment;

import org.jspecify.annotations.Nullable;

/**
 * What the service had to say.
 *
 * @param id of the notice; the same again when the service repeats it
 * @param type in the service's words, for the log
 * @param payment null when it is about something else
 */
public record PaymentNotice(String id, String type, @Nullable Payment payment) {}
