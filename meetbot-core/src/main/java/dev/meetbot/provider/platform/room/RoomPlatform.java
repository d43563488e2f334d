package dev.meetbot.provider.platform.room;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The built-in meeting room, at {@code http(s)://host[:port][/context]/room/{name}} on the hosts
 * that the operator lists. Rooms are opened as a bot's page without visible media: nothing is
 * composited that nobody looks at.
 */
public final class RoomPlatform implements MeetingPlatform {
  /** The platform's name on the wire. */
  public static final String ID = "meetbot-room";

  private static final Duration OPEN_TIMEOUT = Duration.ofSeconds(30);
  private static final Pattern PATH =
      Pattern.compile("((?:/[A-Za-z0-9._~-]+)*/room/([A-Za-z0-9][A-Za-z0-9._-]{0,63}))/?");

  private final Set<String> hosts;

  /**
   * @param hosts where rooms are, each {@code host} or {@code host:port}, for example {@code
   *     127.0.0.1:8080}; without a port the scheme's own is meant
   */
  public RoomPlatform(Collection<String> hosts) {
    this.hosts =
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  @Override
  public String id() {
    return ID;
  }

  /** Query and fragment do not belong to the meeting and are dropped. */
  @Override
  public Optional<MeetingUrl> parse(URI url) {
    if (url.getScheme() == null || url.getHost() == null || url.getRawUserInfo() != null) {
      return Optional.empty();
    }
    String scheme = url.getScheme().toLowerCase(Locale.ROOT);
    Matcher path = PATH.matcher(url.getRawPath());
    if (!Set.of("http", "https").contains(scheme) || !isListed(url, scheme) || !path.matches()) {
      return Optional.empty();
    }
    String authority = url.getRawAuthority().toLowerCase(Locale.ROOT);
    URI room = URI.create(scheme + "://" + authority + path.group(1));
    return Optional.of(new MeetingUrl(ID, room, path.group(2)));
  }

  private boolean isListed(URI url, String scheme) {
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = url.getPort() == -1 ? usual : url.getPort();
    return hosts.contains(host + ":" + port) || port == usual && hosts.contains(host);
  }

  @Override
  public MeetingPage open(BrowserSession session, Visit visit) {
    MeetingUrl url = visit.url();
    String options = visit.painted() ? "?bot=1" : "?bot=1&hideMedia=1";
    session.page().open(URI.create(url.url() + options), OPEN_TIMEOUT);
    String answer =
        session.page().evaluate("() => typeof window.meetbotRoom?.snapshot", "null", OPEN_TIMEOUT);
    if (!answer.equals("\"function\"")) {
      throw new BrowserException("There is no meetbot room at " + url.url());
    }
    return new RoomPage(session.page());
  }
}
