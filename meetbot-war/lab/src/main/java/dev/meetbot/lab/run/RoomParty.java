package dev.meetbot.lab.run;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.score.Truth;
import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A scenario's people in the server's own room; the first one is the host. */
final class RoomParty implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Until everybody's pictures have come to the bot. */
  private static final long SETTLE_MS = 3000;

  private final Scenario scenario;
  private final Map<String, Guest> guests = new LinkedHashMap<>();
  private final List<Truth.Line> lines = new ArrayList<>();

  private RoomParty(Scenario scenario) {
    this.scenario = scenario;
  }

  /** Everybody goes in. */
  static RoomParty open(Scenario scenario, URI room) {
    RoomParty party = new RoomParty(scenario);
    try {
      for (JsonObject person : scenario.array("people").getValuesAs(JsonObject.class)) {
        party.enter(person, room);
      }
      return party;
    } catch (RuntimeException e) {
      party.close();
      throw e;
    }
  }

  private void enter(JsonObject person, URI room) {
    String name = person.getString("name");
    Guest guest = Guest.open(new Voice(name, person.getInt("hz"), person.getInt("hue")), room);
    Optional<Guest> host = host();
    guests.put(person.getString("id"), guest);
    guest.join();
    host.ifPresent(
        h -> {
          h.awaitWaiting(name, PATIENCE);
          h.admit(name);
        });
    guest.awaitInCall(PATIENCE);
  }

  Optional<Guest> host() {
    return guests.values().stream().findFirst();
  }

  /** Does at the door what the scenario says; the moment of letting the bot in, where it does. */
  Optional<Double> answer(String bot) {
    JsonObject door = scenario.object("door");
    Guest host = host().orElseThrow();
    pauseUntil(System.currentTimeMillis() + door.getInt("after", 1000));
    switch (door.getString("answer", "admit")) {
      case "admit" -> {
        double now = System.currentTimeMillis();
        host.admit(bot);
        return Optional.of(now);
      }
      case "deny" -> host.deny(bot);
      case "end" -> host.endForAll();
      default -> {
        // nobody cares
      }
    }
    return Optional.empty();
  }

  /** Speech and events; what was said is read before anybody leaves. */
  Truth perform() {
    long zero = System.currentTimeMillis() + SETTLE_MS;
    long last = 0;
    for (Map.Entry<String, Guest> guest : guests.entrySet()) {
      List<Span> turns = turns(guest.getKey(), zero);
      guest.getValue().speak(turns);
      last = turns.stream().mapToLong(s -> (long) s.endMs()).reduce(last, Math::max);
    }
    List<JsonObject> events =
        scenario.array("events").getValuesAs(JsonObject.class).stream()
            .sorted(Comparator.comparingInt(e -> e.getInt("at")))
            .toList();
    for (JsonObject event : events) {
      pauseUntil(zero + event.getInt("at"));
      if (isLast(event)) {
        Truth truth = truth();
        act(event);
        return truth;
      }
      act(event);
    }
    pauseUntil(last + 700);
    Truth truth = truth();
    guests.values().forEach(Guest::leave);
    return truth;
  }

  private static boolean isLast(JsonObject event) {
    return event.getString("do").equals("remove") || event.getString("do").equals("end");
  }

  private void act(JsonObject event) {
    switch (event.getString("do")) {
      case "chat" -> {
        Guest guest = guests.get(event.getString("from"));
        guest.say(event.getString("text"));
        lines.add(new Truth.Line(guest.voice().name(), event.getString("text")));
      }
      case "remove" -> host().orElseThrow().remove(JobBody.BOT);
      case "end" -> host().orElseThrow().endForAll();
      case "share" -> guests.get(event.getString("from")).toggleScreen();
      default -> throw new IllegalArgumentException("the room knows no " + event);
    }
  }

  private List<Span> turns(String id, long zero) {
    List<Span> turns = new ArrayList<>();
    for (JsonArray turn : scenario.array("speech").getValuesAs(JsonArray.class)) {
      if (turn.getString(0).equals(id)) {
        turns.add(new Span(zero + turn.getInt(1), zero + turn.getInt(2)));
      }
    }
    return turns;
  }

  private Truth truth() {
    List<GuestTruth> spoken =
        guests.values().stream()
            .map(g -> new GuestTruth(g.speech(), List.of(), List.of()))
            .toList();
    return Truth.ofGuests(spoken, lines);
  }

  private static void pauseUntil(long epochMs) {
    while (System.currentTimeMillis() < epochMs) {
      LockSupport.parkNanos((epochMs - System.currentTimeMillis()) * 1_000_000);
    }
  }

  @Override
  public void close() {
    guests.values().forEach(Guest::close);
  }
}
