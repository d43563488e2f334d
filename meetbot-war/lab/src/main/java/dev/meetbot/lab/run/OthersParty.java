package dev.meetbot.lab.run;

import dev.meetbot.lab.guest.OtherGuest;
import dev.meetbot.lab.others.OtherMeeting;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.TruePerson;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A scenario's people on somebody else's page. */
final class OthersParty implements AutoCloseable {
  /** Until everybody's pictures have come to the bot. */
  private static final long SETTLE_MS = 4000;

  private final Scenario scenario;
  private final OtherMeeting meeting;
  private final Map<String, OtherGuest> guests = new LinkedHashMap<>();
  private final List<Truth.Line> lines = new ArrayList<>();
  private final List<String> byBot = new ArrayList<>();

  private OthersParty(Scenario scenario, OtherMeeting meeting) {
    this.scenario = scenario;
    this.meeting = meeting;
  }

  /** Everybody goes in and sees everybody. */
  static OthersParty open(Scenario scenario, OtherMeeting meeting) {
    OthersParty party = new OthersParty(scenario, meeting);
    try {
      for (JsonObject person : scenario.array("people").getValuesAs(JsonObject.class)) {
        Voice voice =
            new Voice(person.getString("name"), person.getInt("hz"), person.getInt("hue"));
        OtherGuest guest = OtherGuest.open(voice, meeting.url());
        party.guests.put(person.getString("id"), guest);
        meeting.join(guest);
      }
      party.guests.values().forEach(g -> meeting.awaitOthers(g, party.guests.size() - 1));
      return party;
    } catch (RuntimeException e) {
      party.close();
      throw e;
    }
  }

  /**
   * Speech and events; then everybody leaves, unless an event ended it.
   *
   * @param bot has the bot write what it is given
   */
  Truth perform(Consumer<JsonObject> bot) {
    long zero = System.currentTimeMillis() + SETTLE_MS;
    long last = zero;
    for (Map.Entry<String, OtherGuest> guest : guests.entrySet()) {
      List<Span> turns = turns(guest.getKey(), zero);
      guest.getValue().speak(turns);
      last = turns.stream().mapToLong(s -> (long) s.endMs()).reduce(last, Math::max);
    }
    for (JsonObject event : scenario.array("events").getValuesAs(JsonObject.class)) {
      pauseUntil(zero + event.getInt("at"));
      last = Math.max(last, zero + event.getInt("at"));
      act(event, bot);
    }
    pauseUntil(last + 700);
    Truth truth = truth();
    guests.values().stream().findFirst().ifPresent(this::read);
    guests.values().forEach(OtherGuest::close);
    return truth;
  }

  private void act(JsonObject event, Consumer<JsonObject> bot) {
    switch (event.getString("do")) {
      case "chat" -> {
        OtherGuest guest = guests.get(event.getString("from"));
        meeting.say(guest, event.getString("text"));
        lines.add(new Truth.Line(guest.voice().name(), event.getString("text")));
      }
      case "chat_of_bot" -> {
        bot.accept(Json.createObjectBuilder().add("message", event.getString("text")).build());
      }
      case "remove" -> meeting.remove(JobBody.BOT);
      case "end" -> meeting.end();
      default -> throw new IllegalArgumentException("nobody can do " + event);
    }
  }

  private void read(OtherGuest guest) {
    byBot.addAll(meeting.lines(guest, JobBody.BOT));
  }

  /** What somebody's page showed of the bot's lines before all left. */
  List<String> linesOfBot() {
    return List.copyOf(byBot);
  }

  private List<Span> turns(String id, long zero) {
    return scenario.array("speech").getValuesAs(JsonArray.class).stream()
        .filter(turn -> turn.getString(0).equals(id))
        .map(turn -> new Span(zero + turn.getInt(1), zero + turn.getInt(2)))
        .toList();
  }

  private Truth truth() {
    List<TruePerson> people =
        guests.values().stream()
            .map(
                g -> {
                  String name = meeting.name(g);
                  Voice voice = g.voice();
                  return new TruePerson(
                      name, name, voice.hz(), voice.hue(), true, g.speech().spans());
                })
            .toList();
    return new Truth(people, lines);
  }

  private static void pauseUntil(long epochMs) {
    while (System.currentTimeMillis() < epochMs) {
      LockSupport.parkNanos((epochMs - System.currentTimeMillis()) * 1_000_000);
    }
  }

  @Override
  public void close() {
    guests.values().forEach(OtherGuest::close);
  }
}
