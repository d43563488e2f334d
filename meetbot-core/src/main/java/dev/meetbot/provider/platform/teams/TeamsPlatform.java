package dev.meetbot.provider.platform.teams;

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
 * Microsoft Teams: everybody in one mix, with who is in it by contributing sources or by what the
 * page is told of the dominant speaker.
 */
public final class TeamsPlatform implements MeetingPlatform {
  /** The platform's name on the wire. */
  public static final String ID = "microsoft-teams";

  private final WebPlatform web;

  /**
   * Reads and checks the data file.
   *
   * @throws dev.meetbot.provider.platform.web.PlatformDataException when it is wrong
   */
  public TeamsPlatform(PlatformFiles files) {
    this.web = new WebPlatform(ID, TeamsPlatform.class, files);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return TeamsUrls.parse(url);
  }

  @Override
  public AudioShape audioShape() {
    return AudioShape.MIX;
  }

  @Override
  public boolean wantsDevices() {
    return true;
  }

  @Override
  public String language() {
    return web.data().browserLanguage();
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    return web.open(session, visit, TeamsDoor.address(visit), TeamsDoor.passcode(visit));
  }
}
