package dev.meetbot.provider.platform.web;

import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What the platforms whose pages are data are made of. Beside the platform's class lie {@code
 * platform.json} and, where elements do not say it all, {@code page.js}. Thread-safe.
 */
public final class WebPlatform {
  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(30);

  private final PlatformFile file;
  private final String script;

  /**
   * Reads and checks the data.
   *
   * @param home the platform's class
   * @throws PlatformDataException when the data is wrong
   */
  public WebPlatform(String id, Class<?> home, PlatformFiles files) {
    this.file = files.of(id, home);
    this.script = WebResource.find(home, "page.js").orElse("");
  }

  /** The data as it is now. */
  public PlatformData data() {
    return file.current();
  }

  /**
   * Opens a meeting.
   *
   * @param address of its first page, with whatever the platform takes in it; may hold secrets
   * @param passcode what is typed where the page asks for one; empty for none
   */
  public MeetingPage open(BrowserSession session, Visit visit, URI address, String passcode) {
    PlatformData data = data();
    String handle = "m" + UUID.randomUUID().toString().replace("-", "");
    session.addInitScript(ReaderScript.of(handle, data, visit.painted(), script));
    session.page().open(address, OPEN_TIMEOUT);
    return new WebMeetingPage(
        session.page(),
        handle,
        data,
        new Visitor(visit.displayName(), passcode, address),
        InstantSource.system());
  }
}
