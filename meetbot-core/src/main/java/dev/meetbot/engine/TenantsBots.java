package dev.meetbot.engine;

import dev.meetbot.engine.internal.access.Erasure;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** The bots of tenants that are being erased. */
record TenantsBots(JobTransitions transitions, Fleet fleet) implements Erasure.Bots {
  private static final Logger LOG = System.getLogger(TenantsBots.class.getName());

  @Override
  public void callBack(JobId id) {
    try {
      transitions.apply(id, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    } catch (IllegalTransitionException | JobNotFoundException e) {
      LOG.log(Level.DEBUG, "job {0} is ending already", id);
    }
  }

  @Override
  public boolean running(TenantId tenant) {
    return fleet.runs(job -> job.tenant().equals(tenant));
  }
}
