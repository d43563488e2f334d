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
 * The multiparty demo of open-easyrtc ({@code demo_multiparty.html}), on the hosts of the system
 * property {@code example.easyrtc.hosts}. Whoever opens the page is in; nobody has a name but the
 * id that the server gives, and a fifth person finds no box.
 */
public final class EasyRtc implements MeetingPlatform {
  private static final Duration OPEN = Duration.ofSeconds(30);

  private final DemoUrls urls =
      new DemoUrls(
          "easyrtc-multiparty", "demo_multiparty.html", DemoUrls.hosts("example.easyrtc.hosts"));

  @Override
  public String id() {
    return urls.platform();
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return urls.parse(url);
  }

  @Override
  public boolean wantsDevices() {
    return true;
  }

  /** To open the page is to enter. */
  @Override
  public boolean opensEarly() {
    return false;
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    session.page().open(visit.url().url(), OPEN);
    return new Page(session.page());
  }

  private static final class Page extends DemoPage {
    Page(BrowserPage page) {
      super(page, PageScripts.read("easyrtc.js"));
    }

    @Override
    public void requestToJoin(String displayName) {
      // There is neither a name to give nor anybody to ask.
    }

    @Override
    public void sendChat(String text) {
      page.click("#textEntryButton", ACT);
      page.fill("#textentryField", text, ACT);
      page.click("#textentrySubmit", ACT);
    }

    @Override
    public void leave() {
      page.evaluate("() => { window.easyrtc?.disconnect(); }", "null", ACT);
    }
  }
}
