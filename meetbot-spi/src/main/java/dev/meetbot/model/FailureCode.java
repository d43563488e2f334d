package dev.meetbot.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The published failure codes, each with what is billed and whether trying again can help. */
public enum FailureCode {
  WAITING_FOR_HOST(false, Retry.LATER),
  MEETING_NOT_FOUND(false, Retry.NEVER),
  HOST_DENIED_ADMISSION(false, Retry.NEVER),
  REMOVED_FROM_MEETING(true, Retry.NEVER),
  MEETING_ENDED(false, Retry.NEVER),
  INTERNAL_ERROR(false, Retry.AUTOMATIC),
  DISPATCH_TIMEOUT(false, Retry.AUTOMATIC),
  NETWORK_LOSS(true, Retry.AUTOMATIC),
  RECORDING_DISABLED(false, Retry.NEVER),
  LOBBY_TIMEOUT(false, Retry.LATER),
  AUTH_FAILURE(false, Retry.AFTER_FIXING),
  QUOTA_EXCEEDED(false, Retry.AFTER_TOPPING_UP);

  /** Whether, and by whom, the same meeting is worth another try. */
  public enum Retry {
    NEVER,
    LATER,
    AUTOMATIC,
    AFTER_FIXING,
    AFTER_TOPPING_UP
  }

  private final boolean billed;
  private final Retry retry;

  FailureCode(boolean billed, Retry retry) {
    this.billed = billed;
    this.retry = retry;
  }

  /** Whether the recorded minutes are billed all the same. */
  public boolean billed() {
    return billed;
  }

  public Retry retry() {
    return retry;
  }

  /** The name on the wire, for example {@code lobby_timeout}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The code of that wire name. */
  public static Optional<FailureCode> find(String wireName) {
    return Arrays.stream(values()).filter(c -> c.wireName().equals(wireName)).findFirst();
  }
}
