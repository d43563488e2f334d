package dev.meetbot.provider.platform.googlemeet;

import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.provider.platform.web.WebPlatform;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.AudioShape;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.util.Optional;

/**
 * Google Meet: a few audio tracks that change hands between the people, told apart by the
 * contributing source of each packet.
 */
public final class GoogleMeetPlatform implements MeetingPlatform {
  /** The platform's name on the wire. */
  public static final String ID = "google-meet";

  private final WebPlatform web;

  /**
   * Reads and checks the data file.
   *
   * @throws dev.meetbot.provider.platform.web.PlatformDataException when it is wrong
   */
  public GoogleMeetPlatform(PlatformFiles files) {
    this.web = new WebPlatform(ID, GoogleMeetPlatform.class, files);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return GoogleMeetUrls.parse(url);
  }

  @Override
  public AudioShape audioShape() {
    return AudioShape.SLOTS;
  }

  @Override
  public boolean wantsDevices() {
    return true;
  }

  @Override
  public String language() {
    return web.data().browserLanguage();
  }

  /** Meet has no passcodes. */
  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    return web.open(session, visit, visit.url().url(), "");
  }
}
