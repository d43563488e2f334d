package dev.meetbot.engine.internal.composing;

import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.time.InstantSource;

/** Deletes a job's files so that a composition in the making does not bring some back. */
public final class CompositionErasure {
  private final CompositionQueue queue;
  private final ArtifactStore artifacts;
  private final InstantSource clock;

  public CompositionErasure(CompositionQueue queue, ArtifactStore artifacts, InstantSource clock) {
    this.queue = queue;
    this.artifacts = artifacts;
    this.clock = clock;
  }

  /** Deletes all; a second call does nothing. */
  public void erase(TenantId tenant, JobId job) throws IOException {
    queue.forget(tenant, job, clock.instant());
    do {
      artifacts.delete(new ArtifactKey(CompositionQueue.folder(tenant, job)));
      // One that is forgotten only now may have been published after the deletion; one that ends
      // later finds itself forgotten and deletes what it published.
    } while (queue.forget(tenant, job, clock.instant()) > 0);
  }
}
