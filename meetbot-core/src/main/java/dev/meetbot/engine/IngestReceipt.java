package dev.meetbot.engine;

import dev.meetbot.model.Job;
import org.jspecify.annotations.Nullable;

/**
 * What came of a report.
 *
 * @param applied whether the job is now where the report says
 * @param reason why not: {@code older_sequence}, {@code not_yours}, {@code job_ended}; else null
 * @param job as it is now, with what clients asked of the bot
 */
public record IngestReceipt(boolean applied, @Nullable String reason, Job job) {}
