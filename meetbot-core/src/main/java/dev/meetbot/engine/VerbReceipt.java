package dev.meetbot.engine;

import dev.meetbot.model.BotVerb;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;

/**
 * A verb was accepted and will be done, or holds already.
 *
 * @param requestId names this request in the log
 * @param status how the job stands now; what the verb does to it comes later
 */
public record VerbReceipt(JobId jobId, BotVerb verb, String requestId, JobStatus status) {}
