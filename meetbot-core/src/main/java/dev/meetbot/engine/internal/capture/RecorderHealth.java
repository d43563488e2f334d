package dev.meetbot.engine.internal.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a recording goes.
 *
 * @param lastAudioAt when anybody was last louder than -50 dBov; null when never
 * @param lastPacketAt when the page last sent media; null when never
 * @param lostAudioPackets that never reached the browser
 * @param droppedFrames that we dropped because page, queue or store were too slow
 * @param bytesWritten to the store, the log's too
 * @param tracks that have a file
 */
public record RecorderHealth(
    @Nullable Instant lastAudioAt,
    @Nullable Instant lastPacketAt,
    long lostAudioPackets,
    long droppedFrames,
    long bytesWritten,
    int tracks) {}
