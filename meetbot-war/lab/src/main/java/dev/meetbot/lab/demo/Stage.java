package dev.meetbot.lab.demo;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.guest.RoomView;
import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The three guests of the demonstration in their room. */
final class Stage implements AutoCloseable {
  static final List<Voice> VOICES =
      List.of(new Voice("Ada", 440, 0), new Voice("Grace", 620, 120), new Voice("Alan", 830, 240));
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final List<Guest> guests = new ArrayList<>();

  /** Opens the room: the first guest is the host and lets the others in. */
  static Stage open(URI room) {
    Stage stage = new Stage();
    try {
      stage.openPages(room);
      for (Guest guest : stage.guests) {
        guest.join();
        if (guest != stage.host()) {
          stage.host().admit(guest.voice().name());
        }
        guest.awaitInCall(PATIENCE);
      }
      stage.awaitEverybody();
      return stage;
    } catch (RuntimeException e) {
      stage.close();
      throw e;
    }
  }

  /** All browsers at once; those that did start are kept even when another one fails. */
  private void openPages(URI room) {
    List<CompletableFuture<Guest>> opening =
        VOICES.stream()
            .map(voice -> CompletableFuture.supplyAsync(() -> Guest.open(voice, room)))
            .toList();
    RuntimeException failure = null;
    for (CompletableFuture<Guest> next : opening) {
      try {
        guests.add(next.join());
      } catch (CompletionException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** Waits until each guest has sent pictures to each other one. */
  private void awaitEverybody() {
    for (Guest guest : guests) {
      RoomView view =
          guest.await("everybody", v -> v.participants().size() == guests.size(), PATIENCE);
      for (JsonObject participant : view.participants()) {
        if (!participant.getBoolean("self", false)) {
          String id = participant.getString("id");
          guest.await("pictures sent to " + id, v -> flows(guest.sentTo(id)), PATIENCE);
        }
      }
    }
  }

  private static boolean flows(List<SentSample> sent) {
    return !sent.isEmpty() && sent.get(sent.size() - 1).cameraFrames() > 0;
  }

  Guest host() {
    return guests.get(0);
  }

  Guest guest(int index) {
    return guests.get(index);
  }

  List<Guest> guests() {
    return List.copyOf(guests);
  }

  /** Everybody follows the written schedule from a moment on. */
  void speak(double startMs, double seconds) {
    for (int i = 0; i < guests.size(); i++) {
      guests.get(i).speak(Schedule.of(i, startMs, seconds));
    }
  }

  /** What each guest did, as its own page wrote it down. */
  List<GuestTruth> truth(String botId) {
    return guests.stream()
        .map(
            guest ->
                new GuestTruth(
                    guest.speech(),
                    guest.sentTo(botId),
                    guest.room().participants().stream()
                        .filter(p -> !p.getBoolean("self", false) && !p.getBoolean("bot", false))
                        .map(p -> guest.sentTo(p.getString("id")))
                        .toList()))
        .toList();
  }

  @Override
  public void close() {
    guests.forEach(Guest::close);
  }
}
