package dev.meetbot.engine.internal.consent;

import dev.meetbot.model.ConsentAnswer;
import dev.meetbot.model.ConsentAnswer.Reason;
import dev.meetbot.model.ConsentSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the question whether to record stands. Pure; the table stands in {@code docs/lifecycle.md}
 * and is tested cell by cell.
 *
 * @param required whether nothing may be recorded without a yes
 * @param timeout how long an answer may take
 * @param askedAt when it was asked last; null before
 * @param respondent who gave the word that holds; null when nobody did
 */
public record Consent(
    boolean required,
    Duration timeout,
    Phase phase,
    @Nullable Instant askedAt,
    @Nullable String respondent) {
  /** Where the question stands. */
  public enum Phase {
    UNASKED,
    ASKED,
    GRANTED,
    DENIED,
    TIMED_OUT,
    /** The host said yes and took it back. */
    WITHDRAWN,
    /** Asked once more after the host took the yes back. */
    ASKED_AGAIN;

    /** The name in the table of the docs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What may happen. */
  public enum Fact {
    ASK,
    YES,
    NO,
    TIME_UP;

    /** The name in the table of the docs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a fact leads to.
   *
   * @param answer what the client is told; empty when nothing new was said
   */
  public record Step(Consent next, Optional<ConsentAnswer> answer) {}

  /** Nobody was asked yet. */
  public static Consent of(ConsentSpec spec) {
    return new Consent(spec.required(), spec.timeout(), Phase.UNASKED, null, null);
  }

  /** Whether recording is allowed now: by a yes, or because no yes is needed and nobody said no. */
  public boolean allows() {
    return switch (phase) {
      case GRANTED -> true;
      case UNASKED, ASKED, TIMED_OUT -> !required;
      case DENIED, WITHDRAWN, ASKED_AGAIN -> false;
    };
  }

  /** Whether the job cannot be done: a yes is needed, and there never was one. */
  public boolean failed() {
    return required && (phase == Phase.DENIED || phase == Phase.TIMED_OUT);
  }

  /** Whether an answer is waited for. */
  public boolean open() {
    return phase == Phase.ASKED || phase == Phase.ASKED_AGAIN;
  }

  /** Whether the time for an answer is over. */
  public boolean late(Instant now) {
    return open() && askedAt != null && !now.isBefore(askedAt.plus(timeout));
  }

  /** What a fact leads to; one that says nothing new changes nothing. */
  public Step next(Fact fact, @Nullable String who, Instant now) {
    return switch (fact) {
      case ASK -> ask(now);
      case YES -> yes(who, now);
      case NO -> no(who, now);
      case TIME_UP -> timeUp(now);
    };
  }

  private Step ask(Instant now) {
    return switch (phase) {
      case ASKED, ASKED_AGAIN, GRANTED -> same();
      case UNASKED, DENIED, TIMED_OUT -> new Step(at(Phase.ASKED, now, null), Optional.empty());
      case WITHDRAWN -> new Step(at(Phase.ASKED_AGAIN, now, null), Optional.empty());
    };
  }

  private Step yes(@Nullable String who, Instant now) {
    return phase == Phase.UNASKED || phase == Phase.GRANTED
        ? same()
        : answered(Phase.GRANTED, true, Reason.GRANTED, who, now);
  }

  private Step no(@Nullable String who, Instant now) {
    return switch (phase) {
      case UNASKED, DENIED, WITHDRAWN -> same();
      case ASKED, TIMED_OUT -> answered(Phase.DENIED, false, Reason.DENIED, who, now);
      case GRANTED -> answered(Phase.WITHDRAWN, false, Reason.WITHDRAWN, who, now);
      case ASKED_AGAIN -> answered(Phase.WITHDRAWN, false, Reason.DENIED, who, now);
    };
  }

  private Step timeUp(Instant now) {
    return switch (phase) {
      case ASKED -> answered(Phase.TIMED_OUT, false, Reason.TIMEOUT, null, now);
      case ASKED_AGAIN -> answered(Phase.WITHDRAWN, false, Reason.TIMEOUT, null, now);
      default -> same();
    };
  }

  private Step answered(
      Phase next, boolean granted, Reason reason, @Nullable String who, Instant now) {
    return new Step(
        at(next, askedAt, who), Optional.of(new ConsentAnswer(granted, reason, who, now)));
  }

  private Step same() {
    return new Step(this, Optional.empty());
  }

  private Consent at(Phase next, @Nullable Instant asked, @Nullable String who) {
    return new Consent(required, timeout, next, asked, who);
  }
}
