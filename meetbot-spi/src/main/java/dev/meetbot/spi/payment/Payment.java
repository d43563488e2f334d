package dev.meetbot.spi.payment;

/**
 * Money that came in.
 *
 * @param reference the service's id of the purchase; several notices may tell of the same one
 * @param tenant who paid, as the service was told; not checked
 * @param amountMicros millionths of a US dollar, positive
 */
public record Payment(String reference, String tenant, long amountMicros) {}
