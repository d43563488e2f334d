package dev.meetbot.model;

import java.time.Duration;
import java.util.Set;

/**
 * When a bot leaves by itself. A zero duration turns a timer off.
 *
 * @param afterEntryDelay not admitted in time
 * @param afterSilence nobody spoke
 * @param afterSolo alone after others had been there
 * @param afterMax longest stay in the call
 * @param afterNoOneJoined nobody else ever came
 * @param afterOnlyBots only bots left
 * @param onBotDetected leave as soon as another bot is seen
 * @param botNames words that mark a participant as a bot, added to the built-in list
 */
public record AutoLeave(
    Duration afterEntryDelay,
    Duration afterSilence,
    Duration afterSolo,
    Duration afterMax,
    Duration afterNoOneJoined,
    Duration afterOnlyBots,
    boolean onBotDetected,
    Set<String> botNames) {
  /** The published defaults. */
  public static final AutoLeave DEFAULTS =
      new AutoLeave(
          Duration.ofSeconds(600),
          Duration.ofSeconds(1200),
          Duration.ofSeconds(60),
          Duration.ofSeconds(14400),
          Duration.ofSeconds(600),
          Duration.ofSeconds(60),
          false,
          Set.of());

  public AutoLeave {
    botNames = Set.copyOf(botNames);
  }
}
