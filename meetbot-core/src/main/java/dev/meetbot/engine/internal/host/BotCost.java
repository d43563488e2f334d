package dev.meetbot.engine.internal.host;

import java.time.Duration;

/**
 * What one bot takes of a machine, as seen so far.
 *
 * @param bytes memory
 * @param cpus processors' time per time; 0 as long as nobody has seen it
 */
public record BotCost(long bytes, double cpus) {
  /** Before the first bot was measured: a browser in a call of a few people. */
  public static final BotCost UNSEEN = new BotCost(400L << 20, 0);

  /** How much of a new figure goes into the mean. */
  private static final double WEIGHT = 0.2;

  /**
   * With one more look at the browsers: a moving mean, and never less memory than assumed before
   * the first look, since a bot that has just begun will need more.
   *
   * @param browsers how many; 0 changes nothing
   * @param totalBytes of all of them
   * @param cpuTime that they used in that time
   */
  public BotCost seen(int browsers, long totalBytes, Duration cpuTime, Duration in) {
    if (browsers == 0 || in.isZero()) {
      return this;
    }
    double used = (double) cpuTime.toNanos() / in.toNanos() / browsers;
    double mean = cpus == 0 ? used : cpus + WEIGHT * (used - cpus);
    long memory = (long) (bytes + WEIGHT * ((double) totalBytes / browsers - bytes));
    return new BotCost(Math.max(UNSEEN.bytes, memory), mean);
  }
}
