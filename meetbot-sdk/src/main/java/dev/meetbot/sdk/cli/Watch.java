package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.JobStatus;
import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.MeetbotConnectionException;
import dev.meetbot.sdk.MeetbotException;
import dev.meetbot.sdk.MeetbotServerException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells what happens to a job until it has ended. */
final class Watch {
  private static final Duration INTERVAL = Duration.ofSeconds(2);
  // a server that is restarted is no reason to stop looking
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Session session;
  private final String jobId;
  private final Outside outside;
  private final WatchLines lines;
  private final @Nullable Instant deadline;

  Watch(Session session, String jobId, @Nullable Seconds timeout) {
    this.session = session;
    this.jobId = jobId;
    this.outside = session.outside();
    this.lines = new WatchLines(session);
    this.deadline = timeout == null ? null : outside.clock().instant().plus(timeout.length());
  }

  /** What the job's end means. */
  ExitCode run() throws InterruptedException {
    Access access = session.access();
    try (MeetBot bots = session.settings(access.server()).apiKey(access.requireKey()).build()) {
      session.watched(jobId);
      Job last = follow(bots);
      return last.status().equals(JobStatus.COMPLETED) ? ExitCode.DONE : ExitCode.ENDED_BADLY;
    } catch (InterruptedException e) {
      session.abort();
      throw e;
    } finally {
      session.watched(null);
      lines.end();
    }
  }

  private Job follow(MeetBot bots) throws InterruptedException {
    Job before = null;
    Instant lastAnswer = outside.clock().instant();
    while (true) {
      try {
        Job now = bots.getBot(jobId).orElseThrow(() -> Jobs.missing(jobId));
        lastAnswer = outside.clock().instant();
        lines.look(before, now, lastAnswer);
        before = now;
        if (now.hasEnded()) {
          lines.ended(now);
          return now;
        }
      } catch (MeetbotConnectionException | MeetbotServerException e) {
        bear(e, lastAnswer);
      }
      pause(before);
    }
  }

  private void bear(MeetbotException trouble, Instant lastAnswer) throws InterruptedException {
    if (session.failure(trouble).code() == ExitCode.INTERRUPTED) {
      throw new InterruptedException();
    }
    if (Duration.between(lastAnswer, outside.clock().instant()).compareTo(PATIENCE) >= 0) {
      throw trouble;
    }
    lines.trouble(session.failure(trouble).text());
  }

  private void pause(@Nullable Job job) throws InterruptedException {
    Instant now = outside.clock().instant();
    if (deadline == null) {
      outside.pause().of(INTERVAL);
      return;
    }
    if (!now.isBefore(deadline)) {
      String status = job == null ? "not known" : JobText.status(job);
      throw new CliException(
          ExitCode.TIMEOUT, "the time is over; the job is still " + Words.clean(status));
    }
    Duration left = Duration.between(now, deadline);
    outside.pause().of(left.compareTo(INTERVAL) < 0 ? left : INTERVAL);
  }
}
