package dev.meetbot.spi.storage;

/** How many deliveries stand where; delivered ones are not counted. */
public record DeliveryCounts(long pending, long dead) {}
