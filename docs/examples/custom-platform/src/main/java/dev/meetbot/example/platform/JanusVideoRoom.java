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
 * The VideoRoom demo of the Janus WebRTC server ({@code videoroomtest.html?room=1234}), on the
 * hosts of the system property {@code example.janus.hosts}. The room takes letters and digits only
 * as a name, has no chat, and never tells anybody that they were kicked but by the server's
 * message.
 */
public final class JanusVideoRoom implements MeetingPlatform {
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final DemoUrls urls =
      new DemoUrls("janus-videoroom", "videoroomtest.html", DemoUrls.hosts("example.janus.hosts"));

  @Override
  public String id() {
    return urls.platform();
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return urls.parse(url);
  }

  /** The demo publishes a camera as soon as it is in; it is taken back at once. */
  @Override
  public boolean wantsDevices() {
    return true;
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    session.addInitScript(PageScripts.read("janus-kicked.js"));
    session.page().open(visit.url().url(), OPEN);
    return new Page(session.page());
  }

  private static final class Page extends DemoPage {
    Page(BrowserPage page) {
      super(page, PageScripts.read("janus-videoroom.js"));
    }

    @Override
    public void requestToJoin(String displayName) {
      // The button does nothing before the library is ready.
      await("window.jQuery && jQuery._data(document.querySelector('#start'), 'events')");
      page.click("#start", ACT);
      page.fill("#username", letters(displayName), ACT);
      page.click("#register", ACT);
    }

    /** Others need not see a black picture. */
    @Override
    public void tend() {
      page.evaluate(
          "() => { const b = document.querySelector('#unpublish');"
              + " if (b && b.offsetParent) b.click(); }",
          "null",
          ACT);
    }

    @Override
    public void leave() {
      page.evaluate("() => { window.janus?.destroy(); }", "null", ACT);
    }

    private static String letters(String name) {
      String plain = name.replaceAll("[^a-zA-Z0-9]", "");
      return plain.isEmpty() ? "meetbot" : plain;
    }
  }
}
