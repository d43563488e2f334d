package dev.meetbot.engine.internal.entry;

import java.time.Instant;

/** What came of asking for an account. */
public sealed interface Borrowing {
  /**
   * An account that nobody else has until it is given back. Its text leaves the secret out.
   *
   * @param id tells loans apart
   * @param storedAt which secret it is
   * @param state the secret, in clear
   */
  record Loan(String id, String name, Instant storedAt, String state) implements Borrowing {
    @Override
    public String toString() {
      return "Loan[" + name + "]";
    }
  }

  /** There are some, and other bots have them all. */
  record Busy(int accounts) implements Borrowing {}

  /**
   * There is none, or none that is signed in.
   *
   * @param why a clause, without a full stop
   */
  record Missing(String why) implements Borrowing {}
}
