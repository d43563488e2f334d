package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;

/** What several commands say of a job. */
final class Jobs {
  private Jobs() {}

  static CliException missing(String id) {
    return new CliException(ExitCode.NOT_FOUND, "there is no job " + id);
  }

  static void show(Session session, Job job) {
    Outside outside = session.outside();
    session.show(
        job,
        () ->
            JobText.card(
                job, outside.clock().instant(), outside.zone(), session.terminal().colour()));
  }
}
