package dev.meetbot.provider.platform.room;

import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import jakarta.json.Json;
import java.time.Duration;

/** The room's page: joins as a person does, by typing and clicking, and asks its API for facts. */
final class RoomPage implements MeetingPage {
  private static final Duration ACT_TIMEOUT = Duration.ofSeconds(10);

  /**
   * The room keeps 500 lines of each; the latest are enough for a reader that comes every second.
   */
  private static final String SNAPSHOT =
      """
      asked => {
        const seen = window.meetbotRoom.snapshot();
        const notice = document.getElementById('notice');
        const words = notice && !notice.hidden && notice.textContent
            || document.getElementById('state-text')?.textContent;
        const said = seen.recordingPermission;
        const mine = said && said.requestId === asked;
        return {...seen, words: words || null, permission: mine ? [said] : [],
            chat: seen.chat.slice(-100), captions: seen.captions.slice(-100)};
      }
      """;

  private final BrowserPage page;

  /** The question that this bot asked last, as JSON; another bot's answer is not ours. */
  private String asked = "null";

  RoomPage(BrowserPage page) {
    this.page = page;
  }

  @Override
  public void requestToJoin(String displayName) {
    page.fill("#display-name", displayName, ACT_TIMEOUT);
    page.click("#join", ACT_TIMEOUT);
  }

  @Override
  public MeetingSnapshot snapshot(Duration timeout) {
    return RoomSnapshot.read(page.evaluate(SNAPSHOT, asked, timeout));
  }

  @Override
  public void sendChat(String text) {
    page.evaluate(
        "async text => { await window.meetbotRoom.sendChat(text); }",
        Json.createValue(text).toString(),
        ACT_TIMEOUT);
  }

  @Override
  public void announceRecording(boolean on) {
    page.evaluate(
        "async on => { await window.meetbotRoom.setRecording(on); }",
        Boolean.toString(on),
        ACT_TIMEOUT);
  }

  @Override
  public boolean askRecordingPermission(String prompt) {
    asked =
        page.evaluate(
            "prompt => window.meetbotRoom.askRecordingPermission(prompt)",
            Json.createValue(prompt).toString(),
            ACT_TIMEOUT);
    return true;
  }

  @Override
  public boolean namesHosts() {
    return true;
  }

  @Override
  public void leave() {
    page.evaluate("async () => { await window.meetbotRoom?.leave(); }", "null", ACT_TIMEOUT);
  }
}
