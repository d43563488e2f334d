package dev.meetbot.war.room;

import static dev.meetbot.war.room.RoomBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomAdmissionTest {
  private final RoomBench bench = RoomBench.of();

  @Test
  void firstPersonOpensTheRoomAndIsHost() {
    var host = bench.person("Ann");
    assertThat(host.joined.state()).isEqualTo("in_call");
    assertThat(host.joined.hostToken()).isNotBlank();
    Views.Snapshot snapshot = host.snapshot();
    assertThat(snapshot.self().host()).isTrue();
    assertThat(snapshot.self().admittedAt()).isEqualTo(bench.millis());
    assertThat(snapshot.participants()).extracting(Views.Participant::name).containsExactly("Ann");
  }

  @Test
  void guestWaitsUntilAdmitted() {
    var host = bench.person("Ann");
    var guest = bench.person("Bob");
    assertThat(guest.joined.state()).isEqualTo("waiting");
    assertThat(guest.joined.hostToken()).isNull();
    Views.Snapshot before = guest.snapshot();
    assertThat(before.self().waitingSince()).isEqualTo(bench.millis());
    assertThat(before.participants()).as("who waits does not see who is in").isEmpty();
    assertThat(host.types()).containsExactly("snapshot", "waiting");

    bench.room().admit(host.token, guest.id);
    assertThat(guest.snapshot().self().state()).isEqualTo("in_call");
    assertThat(host.types()).containsExactly("participant_joined", "waiting");
  }

  @Test
  void deniedGuestIsToldAndMayNotGoOn() {
    var host = bench.person("Ann");
    var guest = bench.person("Bob");
    bench.room().deny(host.token, guest.id);
    assertThat(guest.last("closed", Views.Closed.class).reason()).isEqualTo("denied");
    refused(() -> bench.room().connect(guest.token, guest, 1L), 410, "denied");
    refused(() -> bench.room().admit(host.token, guest.id), 404, "not_found");
  }

  @Test
  void botDoesNotOpenTheRoomButWaitsForAHost() {
    var bot = bench.bot("Recorder");
    assertThat(bot.joined.state()).isEqualTo("waiting_for_host");
    assertThat(bot.snapshot().self().waitingSince()).isNull();
    assertThat(bench.rooms.info("r").open()).isFalse();

    var host = bench.person("Ann");
    assertThat(host.joined.hostToken()).isNotBlank();
    assertThat(bot.snapshot().self().state()).isEqualTo("waiting");
    assertThat(host.types()).contains("waiting");
  }

  @Test
  void aRoomWithoutBotsRefusesThemBeforeAndAfterItIsOpened() {
    var early = bench.bot("Early");
    bench.join(new Requests.Join("Ann", false, null, null, null, false));
    assertThat(early.last("closed", Views.Closed.class).reason()).isEqualTo("bots_refused");
    refused(() -> bench.bot("Late"), 403, "bots_refused");
    assertThat(bench.person("Bob").joined.state()).isEqualTo("waiting");
  }

  @Test
  void aRoomThatStandsForAMissingOneRefusesEverybody() {
    for (String name : new String[] {"no-such-room", "no-such-room-7"}) {
      refused(
          () -> bench.rooms.join(name, new Requests.Join("Ann", false, null, null, null, null)),
          404,
          "not_found");
    }
    bench.rooms.join("no-such-rooms", new Requests.Join("Ann", false, null, null, null, null));
  }

  @Test
  void withoutWaitingRoomEverybodyEntersAtOnce() {
    var bot = bench.bot("Recorder");
    bench.openDoor("Ann");
    assertThat(bot.snapshot().self().state()).isEqualTo("in_call");
    assertThat(bench.person("Bob").joined.state()).isEqualTo("in_call");
  }

  @Test
  void guestWhoComesWhileTheHostIsAwayWaitsForTheHost() {
    var host = bench.person("Ann");
    var guest = bench.person("Bob");
    bench.room().admit(host.token, guest.id);
    bench.room().leave(host.token);
    var late = bench.person("Cid");
    assertThat(late.joined.state()).isEqualTo("waiting_for_host");

    var again =
        bench.join(new Requests.Join("Ann", false, host.joined.hostToken(), null, null, null));
    assertThat(again.snapshot().self().host()).isTrue();
    assertThat(late.snapshot().self().state()).isEqualTo("waiting");
  }

  @Test
  void wrongHostTokenIsRefused() {
    bench.person("Ann");
    refused(
        () -> bench.rooms.join("r", new Requests.Join("Eve", false, "guess", null, null, null)),
        403,
        "forbidden");
  }

  @Test
  void onlyHostsDecide() {
    var host = bench.person("Ann");
    var guest = bench.person("Bob");
    bench.room().admit(host.token, guest.id);
    var waiting = bench.person("Cid");
    Room room = bench.room();
    refused(() -> room.admit(guest.token, waiting.id), 403, "forbidden");
    refused(() -> room.deny(guest.token, waiting.id), 403, "forbidden");
    refused(() -> room.remove(guest.token, host.id), 403, "forbidden");
    refused(() -> room.end(guest.token), 403, "forbidden");
    refused(() -> room.answerPermission(guest.token, true), 403, "forbidden");
    refused(() -> room.admit(waiting.token, waiting.id), 403, "forbidden");
    refused(() -> room.admit("nonsense", waiting.id), 401, "unauthorized");
  }

  @Test
  void sameNameMeansTwoParticipants() {
    bench.openDoor("Ann");
    assertThat(bench.person("Bob").id).isNotEqualTo(bench.person("Bob").id);
  }

  @Test
  void eightAreInTheCallAndTheNinthIsTurnedAway() {
    bench.openDoor("p1");
    for (int i = 2; i <= 8; i++) {
      assertThat(bench.person("p" + i).joined.state()).isEqualTo("in_call");
    }
    refused(() -> bench.person("p9"), 409, "full");
  }

  @Test
  void hostCannotAdmitMoreThanFit() {
    var host = bench.person("Ann");
    var waiting = new java.util.ArrayList<RoomBench.Guest>();
    for (int i = 2; i <= 9; i++) {
      waiting.add(bench.person("p" + i));
    }
    waiting.subList(0, 7).forEach(w -> bench.room().admit(host.token, w.id));
    refused(() -> bench.room().admit(host.token, waiting.get(7).id), 409, "full");
  }

  @Test
  void removedParticipantIsGoneForAll() {
    var host = bench.openDoor("Ann");
    var bob = bench.person("Bob");
    var cid = bench.person("Cid");
    cid.events();
    bench.room().remove(host.token, bob.id);
    assertThat(bob.last("closed", Views.Closed.class).reason()).isEqualTo("removed");
    assertThat(cid.last("participant_left", Views.Left.class))
        .isEqualTo(new Views.Left(bob.id, "removed"));
    refused(() -> bench.room().chat(bob.token, new Requests.Chat("hi")), 410, "removed");
  }

  @Test
  void endingTheMeetingReachesThoseWhoWaitToo() {
    var host = bench.person("Ann");
    var waiting = bench.person("Bob");
    bench.room().end(host.token);
    assertThat(waiting.last("closed", Views.Closed.class).reason()).isEqualTo("ended");
    assertThat(host.last("closed", Views.Closed.class).reason()).isEqualTo("ended");
    refused(() -> bench.rooms.require("r"), 404, "not_found");
    assertThat(bench.person("Bob").joined.hostToken()).as("a new meeting").isNotBlank();
  }
}
