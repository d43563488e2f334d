package dev.meetbot.example.platform;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The addresses of one demo page on the hosts that the operator names, so that a bot cannot be sent
 * anywhere else. Pure.
 *
 * @param page the file's name
 */
record DemoUrls(String platform, String page, Set<String> hosts) {
  private static final Pattern ROOM = Pattern.compile("(?:^|&)room=([0-9]{1,18})(?:&|$)");

  /** Hosts from a system property such as {@code 127.0.0.1:8000,demo.example.org}. */
  static Set<String> hosts(String property) {
    String given = System.getProperty(property, "127.0.0.1:8000");
    return Set.of(given.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
  }

  Optional<MeetingUrl> parse(URI url) {
    String scheme = url.getScheme();
    String authority = url.getRawAuthority();
    boolean web = "http".equals(scheme) || "https".equals(scheme);
    if (!web || authority == null || !hosts.contains(authority.toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String path = url.getRawPath();
    if (!path.endsWith("/" + page)) {
      return Optional.empty();
    }
    Matcher room = ROOM.matcher(url.getRawQuery() == null ? "" : url.getRawQuery());
    String name = room.find() ? room.group(1) : "default";
    String query = name.equals("default") ? "" : "?room=" + name;
    URI known = URI.create(scheme + "://" + authority + path + query);
    return Optional.of(new MeetingUrl(platform, known, name));
  }
}
