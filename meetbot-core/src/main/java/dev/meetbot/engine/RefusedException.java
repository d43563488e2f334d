package dev.meetbot.engine;

/** A well-formed request that is not done, and why. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why, for machines. */
  public enum Reason {
    /** Not with this key. */
    FORBIDDEN,
    /** The caller has no such thing, whoever else may have it. */
    NOT_FOUND,
    /** Not in the state that the thing is in. */
    INVALID_STATE,
    /** Credit or concurrency is spent. */
    QUOTA_EXCEEDED,
    /** Not on this server now; a later try may succeed. */
    AT_CAPACITY
  }

  private final Reason reason;

  /**
   * @param message for people; goes to the client
   */
  public RefusedException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
