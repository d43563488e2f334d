package dev.meetbot.engine;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.lifecycle.VerbRules;
import dev.meetbot.engine.internal.lifecycle.VerbRules.Verdict;
import dev.meetbot.model.BotCommand;
import dev.meetbot.model.BotVerb;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobChange;
import dev.meetbot.model.JobId;
import dev.meetbot.model.TenantId;
import dev.meetbot.spi.storage.JobStore;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What clients ask of running bots: pause, resume, stop, leave, write, ask for permission. A verb
 * is stored with the job before it is accepted, so it reaches the bot on whatever node it runs, in
 * the order of asking; the bot's own node tells it at once, others with their next heartbeat.
 * Thread-safe.
 */
public final class BotVerbs {
  /** The longest message, in characters. */
  public static final int MAX_MESSAGE = 2_000;

  /** So many verbs of one job may wait for its bot. */
  private static final int MAX_WAITING = 100;

  private final JobStore jobs;
  private final JobTransitions transitions;

  BotVerbs(JobStore jobs, JobTransitions transitions) {
    this.jobs = jobs;
    this.transitions = transitions;
  }

  /**
   * Asks a verb of a job's bot. Asking again for what holds already is accepted and does nothing.
   *
   * @param message what to write in the chat, 1 to {@value #MAX_MESSAGE} characters; null for the
   *     other verbs
   * @throws JobNotFoundException when the tenant has no such job
   * @throws VerbRefusedException when the job's state does not allow it, or too many verbs wait
   * @throws IllegalArgumentException when the message is missing, too long, or not of this verb
   */
  public VerbReceipt ask(TenantId tenant, JobId id, BotVerb verb, @Nullable String message) {
    boolean chat = verb == BotVerb.SEND_CHAT_MESSAGE;
    if (chat != (message != null)
        || message != null && (message.isBlank() || message.length() > MAX_MESSAGE)) {
      throw new IllegalArgumentException(verb.wireName() + " with this message");
    }
    jobs.find(id)
        .filter(job -> job.tenant().equals(tenant))
        .orElseThrow(() -> new JobNotFoundException(id));
    String requestId = "req_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
    Job after =
        transitions.change(
            id, (job, now) -> decide(job, new BotCommand(requestId, verb, message, now), now));
    return new VerbReceipt(id, verb, requestId, after.status());
  }

  private Optional<JobChange> decide(Job job, BotCommand command, Instant now) {
    Verdict verdict = VerbRules.of(command.verb(), job);
    if (verdict == Verdict.REFUSED) {
      throw new VerbRefusedException(job.id(), command.verb(), job.status(), "");
    }
    if (verdict == Verdict.TOLD && job.progress().commands().size() >= MAX_WAITING) {
      String why = ", and " + MAX_WAITING + " requests wait for the bot";
      throw new VerbRefusedException(job.id(), command.verb(), job.status(), why);
    }
    return switch (verdict) {
      case TOLD -> Optional.of(JobFacts.asked(job, command, now));
      case CANCELS -> transitions.decide(job, Trigger.of(Trigger.Kind.CANCEL_REQUESTED), now);
      default -> Optional.empty();
    };
  }
}
