package dev.meetbot.example.platform;

import dev.meetbot.spi.browser.BrowserPage;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * The TextRoom demo of the Janus WebRTC server ({@code textroomtest.html?room=1234}): a roster and
 * a chat without sound and picture.
 */
public final class JanusTextRoom implements MeetingPlatform {
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final DemoUrls urls =
      new DemoUrls("janus-textroom", "textroomtest.html", DemoUrls.hosts("example.janus.hosts"));

  @Override
  public String id() {
    return urls.platform();
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return urls.parse(url);
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    session.page().open(visit.url().url(), OPEN);
    return new Page(session.page());
  }

  private static final class Page extends DemoPage {
    Page(BrowserPage page) {
      super(page, PageScripts.read("janus-textroom.js"));
    }

    @Override
    public void requestToJoin(String displayName) {
      await("window.jQuery && jQuery._data(document.querySelector('#start'), 'events')");
      page.click("#start", ACT);
      page.fill("#username", displayName, ACT);
      page.click("#register", ACT);
    }

    @Override
    public void sendChat(String text) {
      page.fill("#datasend", text, ACT);
      page.press("Enter", ACT);
    }

    @Override
    public void leave() {
      page.evaluate("() => { window.janus?.destroy(); }", "null", ACT);
    }
  }
}
