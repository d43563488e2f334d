package dev.meetbot.engine;

import dev.meetbot.model.Job;

/**
 * What came of a request.
 *
 * @param deduplicated whether the job was there already under that external id; no second bot
 *     starts then
 */
public record Creation(Job job, boolean deduplicated) {}
