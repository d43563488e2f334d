package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.finalizing.FinalizeRequest;
import dev.meetbot.engine.internal.finalizing.FinalizedRecording;
import dev.meetbot.engine.internal.finalizing.Finalizer;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Makes the final files of a call and its manifest.
 *
 * @param permits bounds how many recordings are finalized at the same time
 * @param publicUrl where clients reach the HTTP API
 */
public record Finishing(Finalizer finalizer, Semaphore permits, URI publicUrl) {
  private static final Logger LOG = System.getLogger(Finishing.class.getName());

  /**
   * Writes everything, the manifest last; blocks, and may be called again after a failure or a
   * crash.
   *
   * @param outcome how the job is going to end
   * @return where clients find the manifest
   */
  String finish(Job job, JobStatus outcome, @Nullable EndReason reason, @Nullable Failure failure)
      throws IOException, InterruptedException {
    permits.acquire();
    try {
      FinalizedRecording made =
          finalizer.finish(
              new FinalizeRequest(
                  job, outcome.wireName(), failure, reason == null ? null : reason.wireName()));
      made.warnings().forEach(w -> LOG.log(Level.WARNING, "job {0}: {1}", job.id(), w));
      return publicUrl.resolve("api/v1/jobs/" + job.id() + "/manifest").toString();
    } finally {
      permits.release();
    }
  }
}
