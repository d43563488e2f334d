package dev.meetbot.example.platform;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import jakarta.json.Json;
import java.time.Duration;

/**
 * A demo page, seen by one function in the page that gives all facts as one object. What a page
 * does not have, stays undone.
 */
abstract class DemoPage implements MeetingPage {
  static final Duration ACT = Duration.ofSeconds(15);

  final BrowserPage page;
  private final String facts;

  /**
   * @param facts source of the JavaScript function that gives the facts
   */
  DemoPage(BrowserPage page, String facts) {
    this.page = page;
    this.facts = facts;
  }

  @Override
  public MeetingSnapshot snapshot(Duration timeout) {
    return Facts.read(page.evaluate(facts, "null", timeout));
  }

  @Override
  public void sendChat(String text) {
    throw new BrowserException("this page has no chat");
  }

  @Override
  public void announceRecording(boolean on) {
    // The page has nothing to show it with.
  }

  @Override
  public boolean askRecordingPermission(String prompt) {
    return false;
  }

  @Override
  public boolean namesHosts() {
    return false;
  }

  /** Waits until a condition in the page holds. */
  final void await(String condition) {
    page.evaluate(
        "async () => { while (!(" + condition + ")) await new Promise(r => setTimeout(r, 50)); }",
        "null",
        ACT);
  }

  /** A text as a JavaScript literal. */
  static String quoted(String text) {
    return Json.createValue(text).toString();
  }
}
