package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.provider.playwright.PlaywrightSettings;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.PageServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The machinery in a real browser, against a page of our own with all that pages do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebMeetingPageIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String STRICT =
      "script-src 'unsafe-inline'; require-trusted-types-for 'script'";

  private final PlaywrightDriver driver = new PlaywrightDriver(PlaywrightSettings.find());
  private final PageServer server =
      new PageServer(WebResource.text(WebMeetingPageIT.class, "meeting.html"), STRICT);
  private final WebPlatform platform =
      new WebPlatform("test-web", WebMeetingPageIT.class, PlatformFiles.bundled());
  private BrowserSession session;

  @BeforeEach
  void launch() {
    session = driver.launch(BrowserOptions.DEFAULTS);
  }

  @AfterEach
  void end() {
    session.close();
  }

  @AfterAll
  void close() {
    server.close();
    driver.close();
  }

  private MeetingPage open(String path, String passcode) {
    URI address = server.url().resolve(path);
    Visit visit = Visit.of(new MeetingUrl("test-web", address, "x"), "bot", false);
    return platform.open(session, visit, address, passcode);
  }

  /** Reads until the page is in that state; gives every state on the way. */
  private static List<MeetingState> until(MeetingPage page, MeetingState wanted) {
    List<MeetingState> states = new ArrayList<>();
    Await.until(
        "state " + wanted,
        LONG,
        () -> {
          page.tend();
          states.add(page.snapshot(LONG).state());
          return states.contains(wanted);
        });
    return states;
  }

  private String evaluate(String function) {
    return session.page().evaluate(function, "null", LONG);
  }

  @Test
  void gets_in_past_a_banner_by_a_frame_a_shadow_root_and_a_lobby() {
    MeetingPage page = open("/door", "");
    page.requestToJoin("bot");
    assertThat(until(page, MeetingState.IN_CALL))
        .contains(MeetingState.WAITING_ROOM)
        .doesNotContain(MeetingState.REMOVED);
    MeetingSnapshot seen = page.snapshot(LONG);
    assertThat(seen.participants())
        .extracting(p -> p.id() + p.name() + p.self() + p.host())
        .containsExactly("p0bottruefalse", "p1Adafalsetrue", "p2Gracefalsefalse");
    assertThat(page.matched())
        .containsEntry("acceptButton", 1)
        .containsEntry("nameField", 1)
        .containsEntry("joinButton", 1)
        .containsEntry("hangUp", 0);
    assertThat(evaluate("() => getComputedStyle(document.querySelector('video')).display"))
        .isEqualTo("\"none\"");
  }

  @Test
  void marks_have_the_times_at_which_the_page_changed_and_names_stay() {
    MeetingPage page = open("/call", "");
    page.requestToJoin("bot");
    until(page, MeetingState.IN_CALL);
    Await.until("all marks", LONG, () -> page.snapshot(LONG).marks().size() >= 4);
    MeetingSnapshot seen = page.snapshot(LONG);
    List<LooseJson> truth =
        LooseJson.parse(evaluate("() => ({truth: window.truth})")).list("truth");
    assertThat(seen.marks()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      SpeakerMark mark = seen.marks().get(i);
      assertThat(mark.participantId()).isEqualTo(truth.get(i).text("person"));
      assertThat(mark.on()).isEqualTo(truth.get(i).flag("on"));
      assertThat(mark.at().toEpochMilli() - truth.get(i).number("atMs")).isBetween(-5L, 150L);
    }
    assertThat(seen.participants().get(2).name()).isEqualTo("Grace");
    assertThat(seen.captions())
        .singleElement()
        .satisfies(
            caption -> {
              assertThat(caption.text()).isEqualTo("Hello");
              assertThat(caption.speakerId()).isEqualTo("p1");
              assertThat(caption.endAt()).isAfter(caption.startAt());
            });
  }

  @Test
  void what_people_write_is_no_word_of_the_page_and_the_chat_opens_to_write() {
    MeetingPage page = open("/call", "");
    page.requestToJoin("bot");
    until(page, MeetingState.IN_CALL);
    page.sendChat("Hallo „Welt“");
    Await.until("two lines", LONG, () -> page.snapshot(LONG).chat().size() == 2);
    MeetingSnapshot seen = page.snapshot(LONG);
    assertThat(seen.state()).isEqualTo(MeetingState.IN_CALL);
    assertThat(seen.chat())
        .extracting(line -> line.senderId() + ": " + line.text())
        .containsExactly("p1: Sie wurden entfernt", "p0: Hallo „Welt“");
    page.leave();
  }

  @Test
  void a_passcode_is_given_once_and_a_missing_one_is_said() {
    MeetingPage page = open("/passcode", "1234");
    page.requestToJoin("bot");
    assertThat(until(page, MeetingState.IN_CALL)).doesNotContain(MeetingState.PASSCODE_REQUIRED);
    MeetingPage without = open("/passcode", "");
    without.requestToJoin("bot");
    assertThat(without.snapshot(LONG).state()).isEqualTo(MeetingState.PASSCODE_REQUIRED);
  }
}
