package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.Job;
import java.time.Instant;

/** Somebody who has a part in every change of a job. May do I/O; thread-safe. */
public interface JobHook {
  /**
   * Comes before a change is stored, which may still fail: the job as it is to be stored. What this
   * throws keeps the change from being stored.
   */
  default Job beforeCommit(Job before, Job after, Instant now) {
    return after;
  }

  /** Comes after the commit; what it throws is logged and changes nothing. */
  default void committed(Job before, Job after) {}
}
