package dev.meetbot.engine.internal.finalizing;

import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import org.jspecify.annotations.Nullable;

/**
 * What is to be finalized, and what the manifest says of the end.
 *
 * @param status how the job ends, as on the wire: {@code completed}, {@code failed}, {@code
 *     cancelled}
 * @param failure why it failed; null when it did not
 * @param endReason why the call was over, as on the wire; null when the bot never was in it
 */
public record FinalizeRequest(
    Job job, String status, @Nullable Failure failure, @Nullable String endReason) {}
