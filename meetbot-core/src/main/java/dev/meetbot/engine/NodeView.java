package dev.meetbot.engine;

import java.time.Instant;

/**
 * One engine among those that share a storage.
 *
 * @param id of its worker, which leases carry
 * @param version of meetbot
 * @param running bots
 * @param free places for further bots, by what it measures of itself
 * @param draining whether it is ending and takes on nothing more
 * @param seenAt when it last told
 */
public record NodeView(
    String id, String version, int running, int free, boolean draining, Instant seenAt) {}
