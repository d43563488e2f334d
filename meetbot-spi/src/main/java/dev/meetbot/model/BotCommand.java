package dev.meetbot.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a client asked of the bot and that the bot has not done yet. It is stored with the
 * job, so that it reaches the bot wherever it runs.
 *
 * @param requestId names this request in answers and logs
 * @param text what to write in the chat; null for the other verbs
 * @param at when it was asked
 */
public record BotCommand(String requestId, BotVerb verb, @Nullable String text, Instant at) {}
