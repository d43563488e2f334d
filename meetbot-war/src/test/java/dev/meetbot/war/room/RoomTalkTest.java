package dev.meetbot.war.room;

import static dev.meetbot.war.room.RoomBench.refused;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTalkTest {
  private static final JsonObject OFFER = Json.createObjectBuilder().add("type", "offer").build();

  private final RoomBench bench = RoomBench.of();
  private final RoomBench.Guest host = bench.openDoor("Ann");
  private final RoomBench.Guest bob = bench.person("Bob");

  @Test
  void chatReachesEverybodyInOrder() {
    bench.room().chat(bob.token, new Requests.Chat("  one "));
    bench.room().chat(host.token, new Requests.Chat("two\nlines"));
    assertThat(bob.events().stream().filter(e -> e.type().equals("chat")).map(RoomEvent::data))
        .containsExactly(
            new Views.Chat("c1", bob.id, "Bob", bench.millis(), "one"),
            new Views.Chat("c2", host.id, "Ann", bench.millis(), "two\nlines"));
  }

  @Test
  void piecesOfACaptionShareItsIdAndBeginning() {
    long start = bench.millis();
    bench.room().caption(bob.token, new Requests.Caption("good", false));
    bench.pass(Duration.ofSeconds(2));
    bench.room().caption(bob.token, new Requests.Caption("good morning", true));
    assertThat(host.last("caption", Views.Caption.class))
        .isEqualTo(
            new Views.Caption("t1", bob.id, "Bob", "good morning", start, start + 2000, true));
    bench.room().caption(bob.token, new Requests.Caption("next", true));
    assertThat(host.last("caption", Views.Caption.class).id()).isEqualTo("t2");
  }

  @Test
  void signalGoesToTheAddresseeOnly() {
    var cid = bench.person("Cid");
    cid.events();
    bench.room().signal(bob.token, new Requests.Signal(host.id, 1, OFFER, null));
    assertThat(host.last("signal", Views.Signal.class))
        .isEqualTo(new Views.Signal(bob.id, OFFER, null));
    assertThat(cid.types()).isEmpty();
  }

  @Test
  void signalForAnEarlierPageOfTheAddresseeIsDropped() {
    var again = bench.join(new Requests.Join(null, false, null, bob.token, null, null));
    bench.room().signal(host.token, new Requests.Signal(bob.id, 1, OFFER, null));
    assertThat(again.types()).containsExactly("snapshot");
    bench.room().signal(host.token, new Requests.Signal(bob.id, 2, OFFER, null));
    assertThat(again.types()).containsExactly("signal");
  }

  @Test
  void whoWaitsCanNeitherTalkNorListen() {
    RoomBench closed = RoomBench.of();
    var ann = closed.person("Ann");
    var waiting = closed.person("Bob");
    waiting.events();
    closed.room().chat(ann.token, new Requests.Chat("secret"));
    closed.room().signal(ann.token, new Requests.Signal(waiting.id, 1, OFFER, null));
    assertThat(waiting.types()).isEmpty();
    refused(() -> closed.room().chat(waiting.token, new Requests.Chat("x")), 403, "forbidden");
    refused(
        () -> closed.room().signal(waiting.token, new Requests.Signal(ann.id, 1, OFFER, null)),
        403,
        "forbidden");
  }

  @Test
  void mediaIsToldToAll() {
    Media media = new Media(true, true, false, true, List.of(new Media.Stream("s1", "camera")));
    bench.room().media(bob.token, media);
    Views.Participant view = host.last("participant_updated", Views.Participant.class);
    assertThat(view.micOn()).isTrue();
    assertThat(view.speaking()).isTrue();
    assertThat(view.streams()).containsExactly(new Media.Stream("s1", "camera"));
    refused(
        () ->
            bench
                .room()
                .media(
                    bob.token,
                    new Media(true, true, false, true, List.of(new Media.Stream("s1", "tv")))),
        400,
        "invalid_input");
  }

  @Test
  void everybodySeesWhoRecordsAndThatItStopped() {
    bench.room().recording(bob.token, true);
    assertThat(host.last("recording", Object.class))
        .isEqualTo(List.of(new Views.Recorder(bob.id, "Bob")));
    assertThat(bench.person("Cid").snapshot().recordingBy()).hasSize(1);
    bench.room().leave(bob.token);
    assertThat(host.last("recording", Object.class)).isEqualTo(List.of());
  }

  @Test
  void hostAnswersABotOnce() {
    var bot = bench.bot("Recorder");
    Views.Ask ask = bench.room().askPermission(bot.token, new Requests.Ask("May I?"));
    assertThat(host.last("permission_asked", Views.Ask.class)).isEqualTo(ask);
    assertThat(bob.types()).doesNotContain("permission_asked");
    bench.room().answerPermission(host.token, false);
    assertThat(bot.last("permission_answered", Views.Answer.class))
        .isEqualTo(
            new Views.Answer(ask.requestId(), bot.id, false, host.id, "Ann", bench.millis()));
    refused(() -> bench.room().answerPermission(host.token, false), 409, "conflict");
    refused(
        () -> bench.room().askPermission(bob.token, new Requests.Ask("May I?")), 403, "forbidden");
  }

  @Test
  void hostTakesTheAnswerBackAndGivesItAgainWhileTheBotIsThere() {
    var bot = bench.bot("Recorder");
    Views.Ask ask = bench.room().askPermission(bot.token, new Requests.Ask("May I?"));
    bench.room().answerPermission(host.token, true);
    Views.Answer granted = bot.last("permission_answered", Views.Answer.class);
    bench.room().answerPermission(host.token, false);
    Views.Answer withdrawn = bot.last("permission_answered", Views.Answer.class);
    assertThat(withdrawn.requestId()).isEqualTo(ask.requestId());
    assertThat(withdrawn.granted()).isFalse();
    bench.room().answerPermission(host.token, true);
    Views.Answer again = bot.last("permission_answered", Views.Answer.class);
    assertThat(again.granted()).isTrue();
    assertThat(again.atMs()).isGreaterThan(withdrawn.atMs()).isGreaterThan(granted.atMs());
    bench.room().leave(bot.token);
    refused(() -> bench.room().answerPermission(host.token, false), 409, "conflict");
  }

  @Test
  void hostWhoComesBackFindsTheOpenQuestion() {
    var bot = bench.bot("Recorder");
    bench.room().leave(host.token);
    Views.Ask ask = bench.room().askPermission(bot.token, new Requests.Ask("May I?"));
    var again =
        bench.join(new Requests.Join("Ann", false, host.joined.hostToken(), null, null, null));
    assertThat(again.snapshot().ask()).isEqualTo(ask);
  }
}
