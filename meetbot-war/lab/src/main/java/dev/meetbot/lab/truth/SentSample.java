package dev.meetbot.lab.truth;

/**
 * The sender's counters of one connection at one moment, as {@code getStats()} gave them; video
 * counters are sums over all outbound video of the connection unless they say otherwise.
 *
 * @param atMs wall clock, epoch milliseconds
 * @param cameraFrames frames of the camera sent so far
 * @param screenFrames frames of the shared screen sent so far
 * @param keyFrameRequests PLI and FIR received so far
 * @param keyFrames key frames encoded so far
 * @param audioPackets audio packets sent so far
 */
public record SentSample(
    double atMs,
    long cameraFrames,
    long screenFrames,
    long keyFrameRequests,
    long keyFrames,
    long audioPackets) {}
