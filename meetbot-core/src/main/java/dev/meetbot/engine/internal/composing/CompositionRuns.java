package dev.meetbot.engine.internal.composing;

import dev.meetbot.engine.internal.finalizing.NotKeptException;
import dev.meetbot.engine.internal.finalizing.Recomposer;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.storage.StoredRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Makes the compositions that wait, one after the other, whenever no recording is being finalized.
 * One thread makes them, another renews the lease.
 */
public final class CompositionRuns implements AutoCloseable {
  private static final Logger LOG = System.getLogger(CompositionRuns.class.getName());

  private final CompositionQueue queue;
  private final Recomposer recomposer;
  private final ArtifactStore artifacts;
  private final Semaphore permits;
  private final Duration lease;
  private final InstantSource clock;
  private volatile @Nullable Claim current;
  private volatile boolean closed;

  /**
   * @param permits those of finalizing; a composition never waits for one, so that finalizing comes
   *     first
   */
  public CompositionRuns(
      CompositionQueue queue,
      Recomposer recomposer,
      ArtifactStore artifacts,
      Semaphore permits,
      Duration lease,
      InstantSource clock) {
    this.queue = queue;
    this.recomposer = recomposer;
    this.artifacts = artifacts;
    this.permits = permits;
    this.lease = lease;
    this.clock = clock;
  }

  /** Makes all that may be made now. Blocks. */
  public void pass() {
    String after = null;
    List<String> page;
    do {
      page = queue.waiting(after, clock.instant());
      for (String key : page) {
        if (closed || !permits.tryAcquire()) {
          return;
        }
        try {
          queue.take(key, lease, clock.instant()).ifPresent(this::run);
        } finally {
          permits.release();
        }
        after = key;
      }
    } while (!page.isEmpty());
  }

  /** Says of what is being made that it still is. */
  public void renew() {
    Claim claim = current;
    if (claim != null) {
      claim.renew();
    }
  }

  private void run(StoredRecord taken) {
    Claim claim = new Claim(queue, taken, lease, clock);
    current = claim;
    String key = claim.key();
    ArtifactKey folder = new ArtifactKey(key.substring(0, key.lastIndexOf('/')));
    try {
      boolean kept =
          recomposer.compose(folder, claim.state().view(), claim)
              && claim.change(state -> state.done(clock.instant()));
      LOG.log(Level.INFO, kept ? "{0} is made" : "{0} is not wanted any more", key);
    } catch (InterruptedIOException e) {
      claim.change(state -> state.released(clock.instant()));
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, key + " could not be made", e);
      claim.change(state -> state.failed(why(e), e instanceof NotKeptException, clock.instant()));
    } finally {
      current = null;
      tidy(key, folder);
    }
  }

  private static String why(Exception e) {
    return Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
  }

  /** Whoever erases a job's files forgets its compositions first: then ours was too late. */
  private void tidy(String key, ArtifactKey folder) {
    if (queue.record(key, clock.instant()).isPresent()) {
      return;
    }
    try {
      artifacts.delete(folder);
    } catch (IOException e) {
      LOG.log(Level.ERROR, folder + " was erased, but its late composition cannot be deleted", e);
    }
  }

  /** Gives back what is being made. A second call does nothing. */
  @Override
  public void close() {
    closed = true;
    recomposer.close();
  }
}
