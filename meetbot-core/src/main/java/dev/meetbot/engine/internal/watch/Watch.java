package dev.meetbot.engine.internal.watch;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.AutoLeave;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The ordered list of checks of one bot; the first that reports wins. The order matters: what the
 * page says comes before what a timer says, and being removed before the meeting's end.
 */
public final class Watch {
  private static final Duration CONNECTION_LIMIT = Duration.ofSeconds(20);

  private final List<MeetingCheck> checks;

  /**
   * Checks of one bot.
   *
   * @param bots who counts as a bot
   */
  public Watch(AutoLeave auto, BotNames bots) {
    checks =
        List.of(
            EntryChecks::admitted,
            EntryChecks::refused,
            EntryChecks.entryTimeout(auto.afterEntryDelay()),
            EntryChecks.disconnected(CONNECTION_LIMIT),
            CallChecks::removed,
            CallChecks::ended,
            CallChecks.disconnected(CONNECTION_LIMIT),
            CallChecks.competingBot(auto.onBotDetected(), bots),
            CallChecks.solo(auto.afterSolo(), bots),
            CallChecks.noOneJoined(auto.afterNoOneJoined(), bots),
            CallChecks.onlyBots(auto.afterOnlyBots(), bots),
            CallChecks.silence(auto.afterSilence()),
            CallChecks.maxDuration(auto.afterMax()));
  }

  /** What the sight means for the job; every check sees it, so that their timers stay true. */
  public Optional<Trigger> look(Sight sight) {
    return checks.stream()
        .map(check -> check.check(sight))
        .flatMap(Optional::stream)
        .toList()
        .stream()
        .findFirst();
  }
}
