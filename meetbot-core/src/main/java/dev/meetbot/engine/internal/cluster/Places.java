package dev.meetbot.engine.internal.cluster;

import dev.meetbot.engine.RefusedException;
import dev.meetbot.spi.storage.JobStore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether all nodes together have a place for one more bot. Thread-safe. */
public final class Places {
  private final JobStore jobs;
  private final Nodes nodes;
  private final WaitingRule rule;

  public Places(JobStore jobs, Nodes nodes, WaitingRule rule) {
    this.jobs = jobs;
    this.nodes = nodes;
    this.rule = rule;
  }

  /**
   * Looks whether a bot may come. Several that ask at the same moment may all be let in: then some
   * more wait than the rule says.
   *
   * @param joinAt null means now; a bot for later is always let in
   * @throws RefusedException {@code AT_CAPACITY} when too many wait already
   */
  public void require(@Nullable Instant joinAt, Instant now) {
    if (joinAt != null && joinAt.isAfter(now)) {
      return;
    }
    long due = jobs.countDue(null, now);
    if (due >= rule.maxWaiting() && !rule.admits(due, nodes.all())) {
      throw new RefusedException(
          RefusedException.Reason.AT_CAPACITY,
          "no bot is free, and " + due + " wait for one already; try again later");
    }
  }
}
