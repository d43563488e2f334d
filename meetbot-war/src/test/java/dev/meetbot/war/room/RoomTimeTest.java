package dev.meetbot.war.room;

import static dev.meetbot.war.room.RoomBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RoomTimeTest {
  private final RoomBench bench = RoomBench.of();
  private final RoomBench.Guest host = bench.openDoor("Ann");

  @Test
  void lostStreamIsForgivenForTenSeconds() {
    var bob = bench.person("Bob");
    bob.loseStream();
    bench.pass(Duration.ofMillis(9_999));
    assertThat(host.types()).doesNotContain("participant_left");
    bench.pass(Duration.ofMillis(1));
    assertThat(host.last("participant_left", Views.Left.class).reason())
        .isEqualTo("connection_lost");
    refused(() -> bench.room().connect(bob.token, bob, 1L), 410, "connection_lost");
  }

  @Test
  void connectingAgainGoesOnWithoutLossOrRepetition() {
    var bob = bench.person("Bob");
    assertThat(bob.types()).containsExactly("snapshot");
    bob.loseStream();
    bench.room().chat(host.token, new Requests.Chat("one"));
    bench.pass(Duration.ofSeconds(9));
    Runnable stream = () -> {};
    Mailbox mailbox = bench.room().connect(bob.token, stream, 1L);
    bench.pass(Duration.ofSeconds(9));
    var event = mailbox.take(stream);
    assertThat(event).isNotNull();
    assertThat(event.number()).isEqualTo(2);
    assertThat(event.event().type()).isEqualTo("chat");
    assertThat(mailbox.take(stream)).isNull();
    assertThat(mailbox.take(bob)).as("the old stream gets nothing any more").isNull();
  }

  @Test
  void whoNeverListensIsDroppedToo() {
    bench.rooms.join("r", new Requests.Join("Bob", false, null, null, null, null));
    bench.pass(Duration.ofSeconds(10));
    assertThat(host.types()).containsSubsequence("participant_joined", "participant_left");
  }

  @Test
  void reloadedPageIsTheSameParticipantWithNewConnections() {
    var bob = bench.person("Bob");
    host.events();
    var again = bench.join(new Requests.Join(null, false, null, bob.token, null, null));
    assertThat(again.id).isEqualTo(bob.id);
    assertThat(host.last("participant_restarted", Views.Participant.class).generation())
        .isEqualTo(2);
    Views.Snapshot snapshot = again.snapshot();
    assertThat(snapshot.self().generation()).isEqualTo(2);
    assertThat(snapshot.participants()).hasSize(2);
  }

  @Test
  void wordOfTheOldPageThatComesLateDoesNoHarm() {
    var bob = bench.person("Bob");
    bench.join(new Requests.Join(null, false, null, bob.token, null, null));
    bench.room().away(bob.token, 1);
    bench.pass(Duration.ofSeconds(30));
    assertThat(host.types()).doesNotContain("participant_left");
    bench.room().away(bob.token, 2);
    bench.pass(Duration.ofSeconds(10));
    assertThat(host.types()).contains("participant_left");
  }

  @Test
  void strangerCannotResume() {
    refused(
        () -> bench.rooms.join("r", new Requests.Join("Eve", false, null, "guess", null, null)),
        401,
        "unauthorized");
  }

  @Test
  void emptyRoomVanishesAfterAMinute() {
    bench.room().leave(host.token);
    bench.pass(Duration.ofMillis(59_999));
    assertThat(bench.rooms.info("r").open()).isTrue();
    bench.pass(Duration.ofMillis(1));
    assertThat(bench.rooms.info("r").open()).isFalse();
  }

  @Test
  void whoStillWaitsWhenTheRoomVanishesIsTold() {
    RoomBench other = RoomBench.of();
    var ann = other.person("Ann");
    var bob = other.person("Bob");
    other.room().leave(ann.token);
    other.pass(Duration.ofSeconds(60));
    assertThat(bob.last("closed", Views.Closed.class).reason()).isEqualTo("ended");
  }

  @Test
  void botMayWaitForAHostAsLongAsItLikes() {
    RoomBench other = RoomBench.of();
    var bot = other.bot("Recorder");
    other.pass(Duration.ofHours(2));
    other.person("Ann");
    assertThat(bot.snapshot().self().state()).isEqualTo("waiting");
  }

  @Test
  void readerWhoLagsTooFarBehindIsDropped() {
    RoomBench small =
        new RoomBench(new Limits(8, 8, 8, 20, Duration.ofSeconds(10), Duration.ofSeconds(60)));
    var ann = small.openDoor("Ann");
    small.person("Bob");
    for (int i = 0; i < 30; i++) {
      small.room().chat(ann.token, new Requests.Chat("message " + i));
      ann.events();
    }
    small.pass(Duration.ofSeconds(1));
    assertThat(ann.last("participant_left", Views.Left.class).reason())
        .isEqualTo("connection_lost");
  }

  @Test
  void serverTakesABoundedNumberOfRooms() {
    RoomBench small =
        new RoomBench(new Limits(8, 8, 1, 20, Duration.ofSeconds(10), Duration.ofSeconds(60)));
    small.person("Ann");
    refused(
        () -> small.rooms.join("s", new Requests.Join("Bob", false, null, null, null, null)),
        503,
        "too_many_rooms");
  }
}
