package dev.meetbot.sdk.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of dispatch: when the bot leaves by itself; 0 turns a timer off. */
final class LeaveOptions {
  private static final String PREFIX = "--auto-leave-";

  @Option(
      names = PREFIX + "after-entry-delay",
      paramLabel = "TIME",
      description = "Not let in for so long.")
  private @Nullable Seconds entryDelay;

  @Option(
      names = PREFIX + "after-no-one-joined",
      paramLabel = "TIME",
      description = "Nobody else ever came.")
  private @Nullable Seconds noOneJoined;

  @Option(
      names = PREFIX + "after-solo",
      paramLabel = "TIME",
      description = "Alone after others had been there.")
  private @Nullable Seconds solo;

  @Option(
      names = PREFIX + "after-only-bots",
      paramLabel = "TIME",
      description = "Only bots are left.")
  private @Nullable Seconds onlyBots;

  @Option(names = PREFIX + "after-silence", paramLabel = "TIME", description = "Nobody spoke.")
  private @Nullable Seconds silence;

  @Option(
      names = PREFIX + "after-max",
      paramLabel = "TIME",
      description = "The longest stay in the call.")
  private @Nullable Seconds longest;

  @Option(
      names = PREFIX + "on-bot-detected",
      negatable = true,
      description = "As soon as another recording bot is seen.")
  private @Nullable Boolean onBot;

  @Option(
      names = "--bot-name",
      paramLabel = "WORD",
      description = "Marks a participant as a bot; may be repeated.")
  private @Nullable List<String> botNames;

  void into(Fields fields) {
    String object = "autoLeave";
    fields
        .put(object, "afterEntryDelaySeconds", Seconds.number(entryDelay))
        .put(object, "afterNoOneJoinedSeconds", Seconds.number(noOneJoined))
        .put(object, "afterSoloSeconds", Seconds.number(solo))
        .put(object, "afterOnlyBotsSeconds", Seconds.number(onlyBots))
        .put(object, "afterSilenceSeconds", Seconds.number(silence))
        .put(object, "afterMaxSeconds", Seconds.number(longest))
        .put(object, "onBotDetected", onBot)
        .put(object, "botNames", botNames);
  }
}
