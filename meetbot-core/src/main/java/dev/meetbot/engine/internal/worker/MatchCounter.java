package dev.meetbot.engine.internal.worker;

/** Counts by which of its alternatives an element of a platform's pages was found in a call. */
@FunctionalInterface
public interface MatchCounter {
  /**
   * @param alternative 0 for the first
   */
  void matched(String platform, String element, int alternative);
}
