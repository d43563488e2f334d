package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.artifact.ArtifactStore;
import org.jspecify.annotations.Nullable;

/** Wired to the finalizing package next. */
public record FinalizerFinishing(ArtifactStore artifacts, EngineSettings settings)
    implements Finishing {
  @Override
  public String finish(
      Job job, JobStatus outcome, @Nullable EndReason reason, @Nullable Failure failure) {
    return settings.publicUrl().resolve("api/v1/jobs/" + job.id() + "/manifest").toString();
  }
}
