package dev.meetbot.engine.internal.watch;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import java.util.Optional;

/**
 * One thing to watch for. A check observes and offers a trigger; it never acts. It is used by one
 * thread and may remember since when something has been so.
 */
@FunctionalInterface
public interface MeetingCheck {
  /** What this sight means for the job, if anything. */
  Optional<Trigger> check(Sight sight);
}
