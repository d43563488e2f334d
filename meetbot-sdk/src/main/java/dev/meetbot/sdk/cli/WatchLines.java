package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.JobStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is printed of a job that is watched: JSON, a line for each change, or on a terminal besides
 * a line that always says how it is now.
 */
final class WatchLines {
  private final Session session;
  private final Terminal terminal;
  private final @Nullable LiveLine live;
  private @Nullable String lastTrouble;

  WatchLines(Session session) {
    this.session = session;
    this.terminal = session.terminal();
    this.live =
        terminal.outIsTerminal() && !session.json() ? session.liveLine(terminal.out()) : null;
  }

  void look(@Nullable Job before, Job now, Instant seen) {
    lastTrouble = null;
    if (session.json()) {
      if (!now.equals(before)) {
        terminal.print(JsonText.line(now));
      }
      return;
    }
    for (JobChanges.Change change : JobChanges.between(before, now, seen)) {
      // the live line says the rest
      if (change.isStatus() || live == null) {
        stay(Words.time(change.at(), session.outside().zone()) + "  " + change.text());
      }
    }
    if (live != null && !now.hasEnded()) {
      live.show(liveText(now, seen));
    }
  }

  /** Once for each trouble, however often it is met. */
  void trouble(String text) {
    if (!text.equals(lastTrouble)) {
      lastTrouble = text;
      end();
      session.tell("meetbot: " + text + "; trying again");
    }
  }

  /** The last line: what became of it, and what to do next. */
  void ended(Job job) {
    if (session.json()) {
      return;
    }
    boolean good = job.status().equals(JobStatus.COMPLETED);
    String failure = Words.clean(JobText.failure(job));
    String reason = job.endReason() == null ? "" : " (" + Words.clean(job.endReason()) + ")";
    stay(
        JobText.colour(job.status())
            .on(job.status() + (failure.isEmpty() ? reason : ": " + failure), terminal.colour()));
    if (good) {
      session.tell("meetbot artifacts " + Words.clean(job.id()) + " fetches the files");
    }
  }

  void end() {
    if (live != null) {
      live.clear();
    }
  }

  private void stay(String line) {
    end();
    terminal.print(line);
  }

  private static String liveText(Job job, Instant now) {
    StringBuilder text = new StringBuilder(Words.clean(JobText.status(job)));
    Instant since = job.joinedAt() != null ? job.joinedAt() : job.createdAt();
    if (since != null) {
      text.append("  ").append(Words.span(Duration.between(since, now)));
    }
    if (JobChanges.isInCall(job)) {
      text.append("  ").append(JobChanges.people(job));
    }
    return text.toString();
  }
}
