package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.JobFacts.NamedEvent;
import dev.meetbot.engine.internal.watch.BotSpotter;
import dev.meetbot.engine.internal.webhook.Envelope;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is new in a meeting since the last look; the bot's own tile never counts. One thread. */
final class Roster {
  private final Map<String, Participant> present = new LinkedHashMap<>();
  private final Set<String> messages = new HashSet<>();
  private final BotSpotter bots;
  private boolean looked;

  Roster(BotSpotter bots) {
    this.bots = bots;
  }

  /**
   * News of a meeting.
   *
   * @param participants how many others are there now
   */
  record News(int participants, List<NamedEvent> events) {}

  /** What changed; empty when nothing did. */
  Optional<News> changes(MeetingSnapshot snapshot) {
    List<NamedEvent> events = new ArrayList<>(bots.news(snapshot));
    Map<String, Participant> now = new LinkedHashMap<>();
    snapshot.participants().stream().filter(p -> !p.self()).forEach(p -> now.put(p.id(), p));
    now.values().stream()
        .filter(p -> !present.containsKey(p.id()))
        .forEach(p -> events.add(new NamedEvent("bot.participant_joined", person(p))));
    present.values().stream()
        .filter(p -> !now.containsKey(p.id()))
        .forEach(p -> events.add(new NamedEvent("bot.participant_left", person(p))));
    for (ChatMessage message : snapshot.chat()) {
      if (messages.add(message.id())) {
        events.add(new NamedEvent("bot.chat_message", chat(message)));
      }
    }
    boolean first = !looked;
    looked = true;
    present.clear();
    present.putAll(now);
    return events.isEmpty() && !first
        ? Optional.empty()
        : Optional.of(new News(now.size(), events));
  }

  private static JsonObject person(Participant p) {
    return Json.createObjectBuilder()
        .add("participantId", p.id())
        .add("name", p.name())
        .add("host", p.host())
        .add("bot", p.bot())
        .build();
  }

  private static JsonObject chat(ChatMessage message) {
    return Json.createObjectBuilder()
        .add("senderId", message.senderId())
        .add("sender", message.sender())
        .add("at", Envelope.time(message.at()))
        .add("text", message.text())
        .build();
  }
}
