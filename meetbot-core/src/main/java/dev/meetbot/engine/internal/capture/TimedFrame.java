package dev.meetbot.engine.internal.capture;

/**
 * A frame in its turn.
 *
 * @param rtp unwrapped timestamp
 * @param wallMs when it was taken up, on the bot machine's clock, epoch ms
 */
record TimedFrame(TapFrame frame, long rtp, double wallMs) {}
