package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.internal.webhook.Events;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.Lease;
import dev.meetbot.model.Progress;
import dev.meetbot.model.RecordingState;
import dev.meetbot.model.StatusChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger does to a job: a pure function, without clock or I/O. The whole table stands in
 * {@code docs/lifecycle.md} and is tested cell by cell.
 *
 * @param maxAttempts how often a job is claimed when its failure retries by itself
 * @param retryDelay before the second attempt; doubled for each further one
 */
public record JobLifecycle(int maxAttempts, Duration retryDelay) {

  /**
   * The job after the trigger, with its history and messages.
   *
   * @return empty when the job has ended already: late triggers are dropped
   * @throws IllegalTransitionException when the trigger makes no sense in the job's status
   */
  public Optional<JobChange> decide(Job job, Trigger trigger, Instant now) {
    if (job.status().terminal()) {
      return Optional.empty();
    }
    JobStatus next =
        next(job, trigger)
            .orElseThrow(
                () ->
                    new IllegalTransitionException(job.id(), job.status(), trigger.kind().label()));
    Progress progress = job.progress().with(edit -> apply(edit, job, next, trigger, now));
    List<StatusChange> history = new ArrayList<>(job.history());
    history.add(new StatusChange(next, now, reason(trigger)));
    Job changed =
        new Job(
            job.id(),
            job.tenant(),
            job.version() + 1,
            job.spec(),
            progress,
            lease(job, next),
            history,
            job.createdAt(),
            now);
    return Optional.of(new JobChange(changed, Events.ofTransition(job.status(), changed, now)));
  }

  /** Whether a fault of that kind puts a joining job back into the queue. */
  public boolean willRetry(Job job, FailureCode code) {
    return job.status() == JobStatus.JOINING
        && code.retry() == FailureCode.Retry.AUTOMATIC
        && job.progress().attempt() < maxAttempts;
  }

  /** How a finalizing job ends, by the reason on record. */
  public static JobStatus outcome(Job job) {
    if (job.progress().failure() != null) {
      return JobStatus.FAILED;
    }
    return job.progress().endReason() == EndReason.CANCEL_REQUESTED
        ? JobStatus.CANCELLED
        : JobStatus.COMPLETED;
  }

  private Optional<JobStatus> next(Job job, Trigger trigger) {
    JobStatus from = job.status();
    JobStatus to =
        switch (trigger.kind()) {
          case CLAIMED -> from == JobStatus.QUEUED ? JobStatus.JOINING : null;
          case ADMITTED -> from == JobStatus.JOINING ? JobStatus.IN_CALL : null;
          case RECORDING_STARTED -> from == JobStatus.IN_CALL ? JobStatus.RECORDING : null;
          case RECORDING_STOPPED -> from == JobStatus.RECORDING ? JobStatus.IN_CALL : null;
          case CALL_OVER -> from.inMeeting() ? JobStatus.FINALIZING : null;
          case FINALIZED -> from == JobStatus.FINALIZING ? outcome(job) : null;
          case CANCEL_REQUESTED -> cancelled(from);
          case FAULTED -> faulted(job, trigger);
        };
    return Optional.ofNullable(to);
  }

  private static @Nullable JobStatus cancelled(JobStatus from) {
    return switch (from) {
      case QUEUED, JOINING -> JobStatus.CANCELLED;
      case IN_CALL, RECORDING -> JobStatus.FINALIZING;
      default -> null;
    };
  }

  private JobStatus faulted(Job job, Trigger trigger) {
    if (job.status().inMeeting()) {
      return JobStatus.FINALIZING; // a fault never throws a recording away
    }
    return trigger.failure() != null && willRetry(job, trigger.failure().code())
        ? JobStatus.QUEUED
        : JobStatus.FAILED;
  }

  private void apply(Progress.Editor edit, Job job, JobStatus next, Trigger trigger, Instant now) {
    edit.status = next;
    if (next != JobStatus.JOINING) {
      edit.waitingRoomSince = null;
    }
    if (!next.inMeeting()) {
      edit.commands = List.of(); // nobody is left to do them
    }
    switch (next) {
      case JOINING -> edit.attempt++;
      case QUEUED -> edit.dueAt = now.plus(retryDelay.multipliedBy(1L << (edit.attempt - 1)));
      case IN_CALL -> {
        edit.joinedAt = edit.joinedAt == null ? now : edit.joinedAt;
        if (job.status() == JobStatus.RECORDING) {
          edit.recordingState = RecordingState.STOPPED;
        }
      }
      case RECORDING -> {
        edit.recordingState = RecordingState.RECORDING;
        edit.recordingStartedAt = edit.recordingStartedAt == null ? now : edit.recordingStartedAt;
      }
      default -> ending(edit, job, next, trigger, now);
    }
  }

  private static void ending(
      Progress.Editor edit, Job job, JobStatus next, Trigger trigger, Instant now) {
    if (trigger.kind() == Trigger.Kind.CANCEL_REQUESTED) {
      edit.endReason = EndReason.CANCEL_REQUESTED;
    } else if (trigger.reason() != null) {
      edit.endReason = trigger.reason();
    }
    if (trigger.failure() != null && edit.failure == null) {
      edit.failure = trigger.failure(); // the first one tells why, later ones follow from it
    }
    if (trigger.manifestUri() != null) {
      edit.manifestUri = trigger.manifestUri();
    }
    if (job.progress().recordingState() != RecordingState.IDLE) {
      edit.recordingState = RecordingState.STOPPED;
    }
    if (next.terminal()) {
      edit.endedAt = now;
    }
  }

  private static @Nullable Lease lease(Job job, JobStatus next) {
    return next.terminal() || next == JobStatus.QUEUED ? null : job.lease();
  }

  private static @Nullable String reason(Trigger trigger) {
    if (trigger.failure() != null) {
      return trigger.failure().code().wireName();
    }
    if (trigger.reason() != null) {
      return trigger.reason().wireName();
    }
    return trigger.kind() == Trigger.Kind.CANCEL_REQUESTED
        ? EndReason.CANCEL_REQUESTED.wireName()
        : null;
  }
}
