package dev.meetbot.war.settings;

import dev.meetbot.engine.EngineSettings;

/**
 * How many bots.
 *
 * @param maxBots at a time on this server
 * @param maxWaiting how many whose time has come may wait for a place
 * @param reservedMemoryBytes memory that bots leave free
 * @param cpuShare how much of the processors' time bots may use; 1 for all of it
 */
public record Capacity(int maxBots, int maxWaiting, long reservedMemoryBytes, double cpuShare) {
  private static final double MOST_SHARE = 100;

  static Capacity read(SettingTexts texts, EngineSettings usual) {
    return new Capacity(
        (int) texts.number(SettingKey.MAX_BOTS, usual.maxBots(), 0, 10_000),
        (int) texts.number(SettingKey.MAX_WAITING, usual.maxWaiting(), 0, 1_000_000),
        texts.number(
            SettingKey.CAPACITY_RESERVED_MEMORY, usual.reservedMemoryBytes(), 0, Long.MAX_VALUE),
        texts.share(SettingKey.CAPACITY_CPU_SHARE, usual.cpuShare(), MOST_SHARE));
  }
}
