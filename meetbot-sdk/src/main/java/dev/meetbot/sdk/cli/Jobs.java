package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.MeetbotException;
import dev.meetbot.sdk.MeetbotNotFoundException;
import java.util.function.Function;

/** What several commands say of a job. */
final class Jobs {
  private Jobs() {}

  static CliException missing(String id) {
    return new CliException(ExitCode.NOT_FOUND, "there is no job " + id);
  }

  /** Does something with a job; when it is not there, all commands say so in the same words. */
  static <T> T ask(Session session, String id, Function<MeetBot, T> task) {
    return session.ask(
        bots -> {
          try {
            return task.apply(bots);
          } catch (MeetbotNotFoundException e) {
            // files that are not there yet are not found, either
            throw isMissing(bots, id) ? missing(id) : e;
          }
        });
  }

  private static boolean isMissing(MeetBot bots, String id) {
    try {
      return bots.getBot(id).isEmpty();
    } catch (MeetbotException e) {
      return false;
    }
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
