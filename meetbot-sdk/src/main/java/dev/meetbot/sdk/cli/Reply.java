package dev.meetbot.sdk.cli;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server said to the doctor.
 *
 * @param date the server's clock; null when it does not tell
 * @param received the clock of this machine in the middle of the exchange
 * @param tls the protocol; null without TLS
 */
record Reply(
    int status,
    String body,
    @Nullable Instant date,
    Instant received,
    Duration took,
    @Nullable String tls) {}
