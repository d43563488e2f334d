package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import java.util.Locale;

/**
 * What becomes of a verb in a job's status. Pure; the whole table stands in {@code
 * docs/lifecycle.md} and is tested cell by cell.
 */
public final class VerbRules {
  private VerbRules() {}

  /** What becomes of a verb. */
  public enum Verdict {
    /** The bot is told. */
    TOLD,
    /** The job ends at once: nothing of the call is there yet. */
    CANCELS,
    /** It holds already. */
    NOTHING,
    /** The job is not in a state that allows it. */
    REFUSED;

    /** The name in the table of the docs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What becomes of the verb. What the bot was told before and has not done yet counts as done: who
   * asked the bot to leave can only ask so again.
   */
  public static Verdict of(BotVerb verb, Job job) {
    boolean leaving =
        job.progress().commands().stream()
            .map(BotCommand::verb)
            .anyMatch(BotVerb.LEAVE_CALL::equals);
    if (leaving && job.status().inMeeting()) {
      return verb == BotVerb.LEAVE_CALL ? Verdict.NOTHING : Verdict.REFUSED;
    }
    return of(verb, job.status());
  }

  private static Verdict of(BotVerb verb, JobStatus status) {
    return switch (status) {
      case QUEUED, JOINING -> verb == BotVerb.LEAVE_CALL ? Verdict.CANCELS : Verdict.REFUSED;
      case IN_CALL, RECORDING -> Verdict.TOLD;
      case FINALIZING, COMPLETED, FAILED, CANCELLED -> Verdict.REFUSED;
    };
  }
}
