package dev.meetbot.engine.internal.watch;

import dev.meetbot.engine.internal.lifecycle.JobFacts.NamedEvent;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells of other bots in the call, of each name once. One thread. */
public final class BotSpotter {
  /** The event's name; it is sent to everybody who has a URL, whether asked for or not. */
  public static final String EVENT = "bot.competing_bot_detected";

  private final BotNames names;
  private final boolean leaves;
  private final Set<String> told = new HashSet<>();

  /**
   * A spotter that has seen nobody yet.
   *
   * @param leaves whether the job leaves as soon as there is another bot
   */
  public BotSpotter(BotNames names, boolean leaves) {
    this.names = names;
    this.leaves = leaves;
  }

  /** An event for each bot whose name was not told of before. */
  public List<NamedEvent> news(MeetingSnapshot snapshot) {
    return snapshot.participants().stream()
        .flatMap(person -> names.find(person).stream())
        .filter(bot -> told.add(bot.participant().name()))
        .map(this::event)
        .toList();
  }

  private NamedEvent event(BotNames.Bot bot) {
    JsonObjectBuilder data = Json.createObjectBuilder().add("botName", bot.participant().name());
    if (bot.vendor() == null) {
      data.addNull("vendor");
    } else {
      data.add("vendor", bot.vendor());
    }
    return new NamedEvent(EVENT, data.add("leftMeeting", leaves).build());
  }
}
