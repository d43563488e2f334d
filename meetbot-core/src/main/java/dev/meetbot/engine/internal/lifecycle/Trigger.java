package dev.meetbot.engine.internal.lifecycle;

import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a job and may change its status.
 *
 * @param reason of a call that is over; null for the other kinds
 * @param failure of a fault, or of a call that a failure ended
 * @param manifestUri where the manifest is, once finalized or failed with evidence
 */
public record Trigger(
    Kind kind,
    @Nullable EndReason reason,
    @Nullable Failure failure,
    @Nullable String manifestUri) {
  /** What may happen. */
  public enum Kind {
    CLAIMED,
    ADMITTED,
    RECORDING_STARTED,
    RECORDING_STOPPED,
    CALL_OVER,
    FINALIZED,
    CANCEL_REQUESTED,
    FAULTED;

    /** The name in the table of the docs. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A trigger that is all said by its kind. */
  public static Trigger of(Kind kind) {
    return new Trigger(kind, null, null, null);
  }

  /** The call ended in a regular way. */
  public static Trigger callOver(EndReason reason) {
    return new Trigger(Kind.CALL_OVER, reason, null, null);
  }

  /** The call ended, and the job has failed by it: removed, or the connection lost. */
  public static Trigger callOver(EndReason reason, FailureCode code, String detail) {
    return new Trigger(Kind.CALL_OVER, reason, new Failure(code, detail), null);
  }

  /** Something went wrong. */
  public static Trigger faulted(EndReason reason, FailureCode code, String detail) {
    return new Trigger(Kind.FAULTED, reason, new Failure(code, detail), null);
  }

  /** Something broke on our side. */
  public static Trigger broken(String detail) {
    return faulted(EndReason.FAULT, FailureCode.INTERNAL_ERROR, detail);
  }

  /** The manifest is written. */
  public static Trigger finalized(@Nullable String manifestUri) {
    return new Trigger(Kind.FINALIZED, null, null, manifestUri);
  }

  /** The same trigger with the place of the manifest. */
  public Trigger withManifest(@Nullable String uri) {
    return new Trigger(kind, reason, failure, uri);
  }
}
