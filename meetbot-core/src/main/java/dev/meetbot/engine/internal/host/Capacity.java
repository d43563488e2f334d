package dev.meetbot.engine.internal.host;

/**
 * How many more bots a machine can take, by count, by memory and by processors. Pure.
 *
 * @param maxBots never more at a time than so many
 * @param reservedBytes memory that bots leave to everything else on the machine
 * @param cpuShare how much of all processors' time bots may use; 1 for all of it
 */
public record Capacity(int maxBots, long reservedBytes, double cpuShare) {
  /**
   * What a machine has and what its bots cost.
   *
   * @param processors how many
   * @param availableBytes memory that can still be had
   * @param cost of one bot
   * @param browsers how many browsers were open when this was seen
   */
  public record Load(int processors, long availableBytes, BotCost cost, int browsers) {}

  /**
   * Places for further bots; never negative. A machine without any bot has a place for one, however
   * much of a processor it takes.
   *
   * @param running bots now; those that came since the load was seen have not taken their memory
   */
  public int free(int running, Load load) {
    int byCount = maxBots - running;
    long spare = load.availableBytes() - reservedBytes;
    long unseen = Math.max(0, running - load.browsers());
    long byMemory = spare / load.cost().bytes() - unseen;
    return (int) Math.max(0, Math.min(Math.min(byCount, byMemory), byProcessors(running, load)));
  }

  private long byProcessors(int running, Load load) {
    double cpus = load.cost().cpus();
    if (cpus <= 0) {
      return Integer.MAX_VALUE;
    }
    return Math.max(running == 0 ? 1 : 0, (long) (load.processors() * cpuShare / cpus) - running);
  }
}
