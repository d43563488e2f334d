package dev.meetbot.war.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.meetbot.provider.platform.room.RoomPlatform;
import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.Permission;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.tck.Await;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A bot in the real room, with a host in a browser of his own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomPlatformIT {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final PlaywrightDriver driver =
      new PlaywrightDriver(
          PlaywrightSettings.find()
              .withLoopbackPeers(true)
              .withExtraArguments(
                  List.of("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")));
  private RunningWar war;
  private RoomPlatform platform;

  @BeforeAll
  void start(@TempDir Path data) throws Exception {
    war = new RunningWar(data);
    platform = new RoomPlatform(List.of(war.authority()));
  }

  @AfterAll
  void stop() throws InterruptedException {
    driver.close();
    war.close();
  }

  @Test
  void a_bot_waits_is_admitted_sees_and_talks_and_leaves() {
    try (BrowserSession host = driver.launch(BrowserOptions.DEFAULTS);
        BrowserSession bot = driver.launch(BrowserOptions.DEFAULTS)) {
      openRoomAsHost(host, "talk");
      MeetingPage page = open(bot, "talk");
      assertThat(page.snapshot(LONG).state()).isEqualTo(MeetingState.PREJOIN);

      page.requestToJoin("Nøtes 漢");
      MeetingSnapshot waiting = await(page, s -> s.state() == MeetingState.WAITING_ROOM);
      assertThat(waiting.words()).contains("host");
      assertThat(waiting.admittedAt()).isNull();
      Instant before = Instant.now();
      host.page().click("[data-admit]", LONG);

      MeetingSnapshot in =
          await(page, s -> s.state() == MeetingState.IN_CALL && !s.sources().isEmpty());
      assertThat(in.admittedAt()).isBetween(before.minusSeconds(1), Instant.now());
      assertThat(in.participants())
          .extracting(Participant::name, Participant::self, Participant::host, Participant::bot)
          .containsExactlyInAnyOrder(
              tuple("Hana", false, true, false), tuple("Nøtes 漢", true, false, true));
      String hostId =
          in.participants().stream().filter(Participant::host).findFirst().orElseThrow().id();
      assertThat(in.sources())
          .extracting(MediaSource::participantId, MediaSource::kind)
          .containsExactly(tuple(hostId, MediaSource.Kind.CAMERA));
      Await.until(
          "the host's media flow to the bot",
          LONG,
          () ->
              evaluate(bot, "Object.values(meetbotRoom.snapshot().iceStates)")
                  .contains("onnected"));

      host.page().fill("#chat-input", "welcome \"bot\"", LONG);
      host.page().click("#chat-send", LONG);
      page.sendChat("recording \\ \"now\"");
      MeetingSnapshot talked = await(page, s -> s.chat().size() == 2);
      assertThat(talked.chat().stream().map(ChatMessage::text))
          .containsExactlyInAnyOrder("welcome \"bot\"", "recording \\ \"now\"");
      page.announceRecording(true);
      Await.until("the host is told", LONG, () -> recordingShown(host));
      page.announceRecording(false);
      Await.until("the host is told of the end", LONG, () -> !recordingShown(host));

      page.leave();
      page.leave();
      assertThat(page.snapshot(LONG).state()).isEqualTo(MeetingState.LEFT);
      Await.until(
          "the host is alone",
          LONG,
          () -> evaluate(host, "meetbotRoom.snapshot().participants.length").equals("1"));
    }
  }

  @Test
  void denied_removed_and_ended_are_told_apart() {
    try (BrowserSession host = driver.launch(BrowserOptions.DEFAULTS);
        BrowserSession bot = driver.launch(BrowserOptions.DEFAULTS)) {
      openRoomAsHost(host, "ends");
      MeetingPage page = open(bot, "ends");
      page.requestToJoin("meetbot");
      await(page, s -> s.state() == MeetingState.WAITING_ROOM);
      host.page().click("[data-deny]", LONG);
      assertThat(await(page, s -> s.state() == MeetingState.DENIED).words()).isNotBlank();

      page = open(bot, "ends");
      page.requestToJoin("meetbot");
      host.page().click("[data-admit]", LONG);
      await(page, s -> s.state() == MeetingState.IN_CALL);
      host.page().click("#tab-people", LONG);
      host.page().click("[data-remove]", LONG);
      assertThat(await(page, s -> s.state() == MeetingState.REMOVED).words()).isNotBlank();

      page = open(bot, "ends");
      page.requestToJoin("meetbot");
      host.page().click("[data-admit]", LONG);
      await(page, s -> s.state() == MeetingState.IN_CALL);
      host.page().click("#end-call", LONG);
      await(page, s -> s.state() == MeetingState.ENDED);
    }
  }

  @Test
  void the_host_is_asked_by_a_dialog_and_may_change_the_answer() {
    try (BrowserSession host = driver.launch(BrowserOptions.DEFAULTS);
        BrowserSession bot = driver.launch(BrowserOptions.DEFAULTS)) {
      openRoomAsHost(host, "asked");
      MeetingPage page = open(bot, "asked");
      page.requestToJoin("meetbot");
      host.page().click("[data-admit]", LONG);
      await(page, s -> s.state() == MeetingState.IN_CALL);
      assertThat(page.namesHosts()).isTrue();

      assertThat(page.askRecordingPermission("May I \"record\"?")).isTrue();
      assertThat(page.snapshot(LONG).permission()).isNull();
      Await.until(
          "the dialog",
          LONG,
          () ->
              evaluate(host, "document.getElementById('recording-prompt').textContent")
                  .equals("\"May I \\\"record\\\"?\""));
      host.page().click("#deny-recording", LONG);
      Permission no = await(page, s -> s.permission() != null).permission();
      assertThat(no.granted()).isFalse();
      assertThat(no.respondent()).isEqualTo("Hana");

      host.page().click("#allow-recording-again", LONG);
      Permission yes = await(page, s -> s.permission().granted()).permission();
      assertThat(yes.id()).isNotEqualTo(no.id());
      host.page().click("#withdraw-recording", LONG);
      Permission withdrawn = await(page, s -> !s.permission().granted()).permission();
      assertThat(withdrawn.id()).isNotIn(no.id(), yes.id());

      page.askRecordingPermission("And now?");
      assertThat(page.snapshot(LONG).permission()).as("an answer to another question").isNull();
      host.page().click("#allow-recording", LONG);
      await(page, s -> s.permission() != null && s.permission().granted());
      page.leave();
      Await.until(
          "nobody is left to answer",
          LONG,
          () ->
              evaluate(host, "document.getElementById('withdraw-recording').hidden")
                  .equals("true"));
    }
  }

  @Test
  void a_bot_before_the_host_waits_for_the_host() {
    try (BrowserSession bot = driver.launch(BrowserOptions.DEFAULTS)) {
      MeetingPage page = open(bot, "early");
      page.requestToJoin("meetbot");
      await(page, s -> s.state() == MeetingState.WAITING_FOR_HOST);
      page.leave();
      assertThat(page.snapshot(LONG).state()).isEqualTo(MeetingState.LEFT);
    }
  }

  @Test
  void another_page_of_the_same_host_is_no_room() {
    try (BrowserSession bot = driver.launch(BrowserOptions.DEFAULTS)) {
      URI elsewhere = war.room("x").resolve("/elsewhere/room/x");
      assertThatThrownBy(
              () ->
                  platform.open(
                      bot, Visit.of(platform.parse(elsewhere).orElseThrow(), "bot", false)))
          .isInstanceOf(BrowserException.class)
          .hasMessageContaining("no meetbot room");
    }
  }

  private MeetingPage open(BrowserSession session, String room) {
    return platform.open(
        session, Visit.of(platform.parse(war.room(room)).orElseThrow(), "bot", false));
  }

  private void openRoomAsHost(BrowserSession session, String room) {
    session.page().open(war.room(room), LONG);
    session.page().fill("#display-name", "Hana", LONG);
    session.page().click("#join", LONG);
    Await.until(
        "the room is open",
        LONG,
        () -> evaluate(session, "meetbotRoom.snapshot().state").equals("\"in_call\""));
  }

  private static MeetingSnapshot await(MeetingPage page, Predicate<MeetingSnapshot> condition) {
    MeetingSnapshot[] last = new MeetingSnapshot[1];
    Await.until(
        "the bot's page shows what was waited for",
        LONG,
        () -> condition.test(last[0] = page.snapshot(LONG)));
    return last[0];
  }

  private static boolean recordingShown(BrowserSession session) {
    return evaluate(session, "!document.getElementById('recording-notice').hidden").equals("true");
  }

  private static String evaluate(BrowserSession session, String expression) {
    return session.page().evaluate("() => " + expression, "null", LONG);
  }
}
