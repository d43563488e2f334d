package dev.meetbot.provider.platform.zoom;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses are Zoom meetings, and where the web client has each of them. Pure. */
final class ZoomUrls {
  private static final Pattern HOST =
      Pattern.compile("((?:[a-z0-9-]+\\.)*)(zoom\\.us|zoom\\.com|zoom\\.com\\.cn|zoomgov\\.com)");

  private static final Pattern NUMBER =
      Pattern.compile(
          "/(?:j|s|w|wc|wc/join|launch/(?:jc|wc|jw))/([0-9][0-9 -]{7,15}[0-9])(?:/(?:join|start))?/?");
  private static final Pattern PERSONAL =
      Pattern.compile("/(?:wc/)?my/([A-Za-z0-9][A-Za-z0-9._-]{0,127})/?");

  /** Hosts that are Zoom's own and lead to the same web client. */
  private static final Pattern COMMON = Pattern.compile("(?:www\\.|app\\.|us[0-9]{2}(?:web)?\\.)?");

  /** What of the query belongs to the meeting: its passcode, and the place of one registered. */
  private static final Set<String> KEPT = Set.of("pwd", "tk");

  private ZoomUrls() {}

  /** The meeting behind the address, as its web client's; empty when it is none of Zoom's. */
  static Optional<MeetingUrl> parse(URI url) {
    if (url.getHost() == null || url.getRawUserInfo() != null || !usualPort(url)) {
      return Optional.empty();
    }
    Matcher host = HOST.matcher(url.getHost().toLowerCase(Locale.ROOT));
    if (!host.matches()) {
      return Optional.empty();
    }
    String client = client(host.group(1), host.group(2), "app.");
    String path = url.getRawPath().replace("%20", " ");
    Matcher number = NUMBER.matcher(path);
    if (number.matches()) {
      String id = number.group(1).replaceAll("[ -]", "");
      return id.length() < 9 || id.length() > 12
          ? Optional.empty()
          : Optional.of(meeting(client, "/wc/" + id + "/join", url, id));
    }
    Matcher name = PERSONAL.matcher(path);
    if (!name.matches()) {
      return Optional.empty();
    }
    // Only Zoom knows the number behind a name; the link leads to the page that offers the client.
    String personal = "my/" + name.group(1);
    String site = client(host.group(1), host.group(2), "");
    return Optional.of(meeting(site, "/" + personal, url, personal));
  }

  /** A company's own host has its own rules for who may join, and stays. */
  private static String client(String labels, String domain, String ours) {
    boolean common = COMMON.matcher(labels).matches();
    return switch (domain) {
      case "zoom.us", "zoom.com" -> common ? ours + "zoom.us" : labels + domain;
      default -> labels + domain;
    };
  }

  private static boolean usualPort(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return Set.of("http", "https").contains(scheme) && Set.of(-1, usual).contains(url.getPort());
  }

  private static MeetingUrl meeting(String host, String path, URI from, String id) {
    URI address = URI.create("https://" + host + path + kept(from));
    return new MeetingUrl(ZoomPlatform.ID, address, id);
  }

  private static String kept(URI from) {
    StringBuilder query = new StringBuilder();
    String all = from.getRawQuery() == null ? "" : from.getRawQuery();
    for (String parameter : all.split("&")) {
      int at = parameter.indexOf('=');
      if (at > 0 && at < parameter.length() - 1 && KEPT.contains(parameter.substring(0, at))) {
        query.append(query.isEmpty() ? '?' : '&').append(parameter);
      }
    }
    return query.toString();
  }
}
