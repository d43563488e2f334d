package dev.meetbot.provider.platform.jitsi;

import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.provider.platform.web.WebPlatform;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import jakarta.json.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Rooms on Jitsi Meet servers: everybody's sound comes as a track of its own. */
public final class JitsiPlatform implements MeetingPlatform {
  /** The platform's name on the wire. */
  public static final String ID = "jitsi";

  /**
   * Muted, without a page before the meeting and without the question for an app; everybody's media
   * by the server, where a call between two would change hands with the third.
   */
  private static final String OPTIONS =
      "#config.startWithAudioMuted=true"
          + "&config.startWithVideoMuted=true"
          + "&config.prejoinConfig.enabled=false"
          + "&config.prejoinPageEnabled=false"
          + "&config.deeplinking.disabled=true"
          + "&config.disableDeepLinking=true"
          + "&config.disableInitialGUM=true"
          + "&config.requireDisplayName=false"
          + "&config.p2p.enabled=false"
          + "&userInfo.displayName=";

  private final JitsiUrls urls;
  private final WebPlatform web;

  /**
   * @param hosts where rooms are, each {@code host} or {@code host:port}
   */
  public JitsiPlatform(Collection<String> hosts, PlatformFiles files) {
    this.urls = new JitsiUrls(hosts);
    this.web = new WebPlatform(ID, JitsiPlatform.class, files);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return urls.parse(url);
  }

  /** Opening the page is asking. */
  @Override
  public boolean opensEarly() {
    return false;
  }

  @Override
  public String language() {
    return web.data().browserLanguage();
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    String passcode = Objects.requireNonNullElse(visit.passcode(), "");
    return web.open(session, visit, address(visit), passcode);
  }

  /** The room's address with the options for a bot; a server may ignore any of them. */
  static URI address(Visit visit) {
    String name = Json.createValue(visit.displayName()).toString();
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    String token = visit.tokens().get("jwt");
    String url = visit.url().url().toString();
    boolean bare = token != null && visit.url().url().getRawQuery() == null;
    return URI.create(url + (bare ? "?jwt=" + token : "") + OPTIONS + encoded);
  }
}
