package dev.meetbot.provider.platform.googlemeet;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which addresses are Google Meet meetings, and which meeting each of them is. Pure. */
final class GoogleMeetUrls {
  private static final String HOST = "meet.google.com";

  /** Google redirects a code without dashes to the one with them. */
  private static final Pattern CODE =
      Pattern.compile("/(?:_meet/)?([a-z]{3})-?([a-z]{4})-?([a-z]{3})/?", Pattern.CASE_INSENSITIVE);

  private static final Pattern LOOKUP =
      Pattern.compile("/(?:_meet/)?lookup/([A-Za-z0-9][A-Za-z0-9_-]{0,127})/?");

  /** A nickname within an organisation, which Google resolves for people who are signed in. */
  private static final Pattern SHORT = Pattern.compile("/meet/([A-Za-z0-9][A-Za-z0-9_-]{0,127})/?");

  private GoogleMeetUrls() {}

  /**
   * The meeting behind the address; empty when it is none of Google Meet's. Query and fragment say
   * which of somebody's accounts opens it, which the bot has its own of, and are dropped.
   */
  static Optional<MeetingUrl> parse(URI url) {
    if (url.getHost() == null || url.getRawUserInfo() != null || !usualPort(url)) {
      return Optional.empty();
    }
    String path = url.getRawPath();
    return switch (url.getHost().toLowerCase(Locale.ROOT)) {
      case HOST -> code(path).or(() -> named(LOOKUP, path));
      case "g.co" -> code(withoutPrefix(path)).or(() -> named(SHORT, path));
      default -> Optional.empty();
    };
  }

  private static boolean usualPort(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    return Set.of("http", "https").contains(scheme) && Set.of(-1, usual).contains(url.getPort());
  }

  private static String withoutPrefix(String path) {
    return path.startsWith("/meet/") ? path.substring("/meet".length()) : "";
  }

  private static Optional<MeetingUrl> code(String path) {
    Matcher parts = CODE.matcher(path);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String code = parts.group(1) + "-" + parts.group(2) + "-" + parts.group(3);
    return Optional.of(meeting(code.toLowerCase(Locale.ROOT)));
  }

  private static Optional<MeetingUrl> named(Pattern pattern, String path) {
    Matcher name = pattern.matcher(path);
    return name.matches() ? Optional.of(meeting("lookup/" + name.group(1))) : Optional.empty();
  }

  private static MeetingUrl meeting(String id) {
    return new MeetingUrl(GoogleMeetPlatform.ID, URI.create("https://" + HOST + "/" + id), id);
  }
}
