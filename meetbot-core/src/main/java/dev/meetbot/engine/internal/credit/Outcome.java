package dev.meetbot.engine.internal.credit;

import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;

/** What becomes of the recorded minutes when a job has ended. */
enum Outcome {
  /** All of them are charged. */
  ALL,
  /** Those that the credit covered stay charged, the one it did not cover is free. */
  COVERED,
  /** None is charged; what was is given back. */
  NONE;

  /** The outcome of a job that has ended. */
  static Outcome of(Job job) {
    Failure failure = job.progress().failure();
    if (failure == null || failure.code().billed()) {
      return ALL;
    }
    return failure.code() == FailureCode.QUOTA_EXCEEDED ? COVERED : NONE;
  }
}
