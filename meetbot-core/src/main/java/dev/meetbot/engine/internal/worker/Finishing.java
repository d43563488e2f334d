package dev.meetbot.engine.internal.worker;

import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes the final files of a call and its manifest. */
@FunctionalInterface
public interface Finishing {
  /**
   * Writes everything, the manifest last; blocks, and may be called again after a failure or a
   * crash.
   *
   * @param outcome how the job is going to end
   * @return where clients find the manifest
   */
  String finish(Job job, JobStatus outcome, @Nullable EndReason reason, @Nullable Failure failure)
      throws IOException;
}
