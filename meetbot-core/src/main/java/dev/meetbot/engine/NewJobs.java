package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.access.JobAdmission;
import dev.meetbot.engine.internal.cluster.Places;
import dev.meetbot.engine.internal.entry.PasscodeSeal;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.KeyScope;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/** Requests to jobs: checked, admitted, stored once per external id. Thread-safe. */
final class NewJobs {
  private static final String TEST_PLATFORM = "meetbot-room";

  private final JobRequestCheck check;
  private final PasscodeSeal passcodes;
  private final JobStore jobs;
  private final Credit credit;
  private final Places places;
  private final JobAdmission admission;
  private final JobTransitions transitions;
  private final InstantSource clock;
  private volatile boolean closed;

  NewJobs(
      JobRequestCheck check,
      PasscodeSeal passcodes,
      JobStore jobs,
      Credit credit,
      Places places,
      JobAdmission admission,
      JobTransitions transitions,
      InstantSource clock) {
    this.check = check;
    this.passcodes = passcodes;
    this.jobs = jobs;
    this.credit = credit;
    this.places = places;
    this.admission = admission;
    this.transitions = transitions;
    this.clock = clock;
  }

  Creation create(TenantId tenant, JobRequest request) {
    return create(tenant, request, spec -> {});
  }

  Creation create(Caller caller, JobRequest request) {
    return create(
        caller.requireTenant(),
        request,
        spec -> {
          if (caller.scope() == KeyScope.TEST && !spec.platform().equals(TEST_PLATFORM)) {
            throw new RefusedException(
                RefusedException.Reason.FORBIDDEN,
                "a test key sends bots to the built-in room only");
          }
        });
  }

  private Creation create(TenantId tenant, JobRequest request, Consumer<JobSpec> rule) {
    if (closed) {
      throw new RefusedException(
          RefusedException.Reason.AT_CAPACITY, "the server is stopping and takes no more jobs");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    JobSpec spec = check.check(request, now).withJoin(passcodes.seal(request.join()));
    rule.accept(spec);
    Optional<Job> known = jobs.findByExternalId(tenant, spec.externalId());
    if (known.isPresent()) {
      return new Creation(known.get(), true);
    }
    credit.require(tenant);
    places.require(spec.joinAt(), now);
    JobId id = new JobId(UuidCreator.getTimeOrderedEpoch(now).toString());
    Job job = Job.queued(id, tenant, spec, spec.joinAt(), now);
    try {
      return admission.admit(
          tenant,
          spec.joinAt(),
          now,
          () -> {
            transitions.insert(job);
            return new Creation(job, false);
          });
    } catch (DuplicateJobException | RefusedException e) {
      // somebody else was faster
      Job earlier = jobs.findByExternalId(tenant, spec.externalId()).orElseThrow(() -> e);
      return new Creation(earlier, true);
    }
  }

  /** Takes nothing more. */
  void close() {
    closed = true;
  }
}
