package dev.meetbot.engine.internal.ingest;

import dev.meetbot.engine.IngestReport;
import dev.meetbot.engine.IngestReport.Event;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One step of a job towards its report. The last step notes the report's sequence in the same
 * commit: an older report that comes at the same moment finds it there.
 */
final class IngestDecision {
  private IngestDecision() {}

  /** What a decision came to. */
  enum Outcome {
    /** Nothing to be changed, or too late. */
    NOTHING,
    /** On the way. */
    STEP,
    /** The job is where the report says, and the report is noted. */
    TAKEN
  }

  static boolean late(Job job, IngestReport report) {
    return report.sequence() <= job.progress().reported();
  }

  static Optional<JobChange> of(
      Job job,
      IngestReport report,
      Instant now,
      JobTransitions transitions,
      AtomicReference<Outcome> outcome) {
    outcome.set(Outcome.NOTHING);
    if (job.status().terminal() || late(job, report)) {
      return Optional.empty();
    }
    Optional<Trigger> trigger = IngestSteps.next(job, report);
    Optional<JobChange> step =
        trigger.isPresent()
            ? transitions.decide(job, trigger.get(), now)
            : waiting(job, report, now).or(() -> consent(job, report, now));
    if (step.isEmpty()) {
      Optional<JobChange> facts = IngestFacts.of(job, report, now);
      outcome.set(facts.isPresent() ? Outcome.TAKEN : Outcome.NOTHING);
      return facts;
    }
    boolean fault = trigger.isPresent() && trigger.get().kind() == Trigger.Kind.FAULTED;
    boolean last = fault || settled(step.get().job(), report, now);
    outcome.set(last ? Outcome.TAKEN : Outcome.STEP);
    return last ? step.map(change -> IngestFacts.taken(change, report)) : step;
  }

  private static boolean settled(Job job, IngestReport report, Instant now) {
    return job.status().terminal()
        || IngestSteps.next(job, report).isEmpty()
            && waiting(job, report, now).isEmpty()
            && consent(job, report, now).isEmpty();
  }

  private static Optional<JobChange> waiting(Job job, IngestReport report, Instant now) {
    boolean told = report.event() == Event.WAITING_ROOM && job.status() == JobStatus.JOINING;
    return told ? JobFacts.waiting(job, now) : Optional.empty();
  }

  private static Optional<JobChange> consent(Job job, IngestReport report, Instant now) {
    return report.consent() == null || job.progress().consents().contains(report.consent())
        ? Optional.empty()
        : JobFacts.consented(job, report.consent(), now);
  }
}
