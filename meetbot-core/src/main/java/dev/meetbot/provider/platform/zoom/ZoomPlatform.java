package dev.meetbot.provider.platform.zoom;

import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.provider.platform.web.WebPlatform;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.AudioShape;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Zoom meetings by the web client, which decodes by itself and plays through Web Audio. */
public final class ZoomPlatform implements MeetingPlatform {
  /** The platform's name on the wire. */
  public static final String ID = "zoom-web";

  /** What identifies the bot: an account's access key, or who it is there for. */
  private static final List<String> TOKENS = List.of("zak", "obfToken");

  private final WebPlatform web;

  public ZoomPlatform(PlatformFiles files) {
    this.web = new WebPlatform(ID, ZoomPlatform.class, files);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Optional<MeetingUrl> parse(URI url) {
    return ZoomUrls.parse(url);
  }

  @Override
  public AudioShape audioShape() {
    return AudioShape.WEB_AUDIO;
  }

  /** Without a microphone the client offers no way to listen. */
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
    String passcode = Objects.requireNonNullElse(visit.passcode(), "");
    return web.open(session, visit, address(visit), passcode);
  }

  /** The web client's address with the tokens; holds secrets. */
  static URI address(Visit visit) {
    StringBuilder address = new StringBuilder(visit.url().url().toString());
    char next = visit.url().url().getRawQuery() == null ? '?' : '&';
    for (String token : TOKENS) {
      String value = visit.tokens().get(token);
      if (value != null) {
        address.append(next).append(token).append('=');
        address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        next = '&';
      }
    }
    return URI.create(address.toString());
  }
}
