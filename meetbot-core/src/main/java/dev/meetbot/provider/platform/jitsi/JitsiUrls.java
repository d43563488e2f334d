package dev.meetbot.provider.platform.jitsi;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which addresses are rooms on the Jitsi servers that the operator lists. Pure. */
final class JitsiUrls {
  private static final Pattern PATH = Pattern.compile("/((?:[^/]+/)*)([^/]+)/?");

  /** What a server has besides rooms. */
  private static final Set<String> NO_ROOMS =
      Set.of(
          "static",
          "libs",
          "images",
          "css",
          "sounds",
          "fonts",
          "lang",
          "http-bind",
          "xmpp-websocket",
          "colibri-ws",
          "_api",
          "_unlock",
          "about",
          ".well-known");

  private static final Pattern FILE =
      Pattern.compile("(?i).+\\.(html?|js|css|json|ico|png|svg|txt|xml|map)");
  private static final Pattern TOKEN = Pattern.compile("(?:^|&)jwt=([^&]+)");
  private static final int LONGEST = 512;

  private final Set<String> hosts;

  /**
   * @param hosts each {@code host} or {@code host:port}
   */
  JitsiUrls(Collection<String> hosts) {
    this.hosts =
        hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /**
   * The room behind the address. Options in the fragment are the bot's to choose and are dropped,
   * and so is the query, except for the token by which a server lets its own guests in.
   */
  Optional<MeetingUrl> parse(URI url) {
    if (url.getHost() == null || url.getRawUserInfo() != null || !isListed(url)) {
      return Optional.empty();
    }
    Matcher path = PATH.matcher(url.getRawPath());
    if (!path.matches() || url.getRawPath().length() > LONGEST) {
      return Optional.empty();
    }
    String first = (path.group(1) + path.group(2)).split("/", 2)[0].toLowerCase(Locale.ROOT);
    if (NO_ROOMS.contains(first) || FILE.matcher(path.group(2)).matches()) {
      return Optional.empty();
    }
    String room = path.group(1) + path.group(2);
    URI address =
        URI.create(
            url.getScheme().toLowerCase(Locale.ROOT)
                + "://"
                + url.getRawAuthority().toLowerCase(Locale.ROOT)
                + "/"
                + room
                + token(url));
    return Optional.of(new MeetingUrl(JitsiPlatform.ID, address, id(room)));
  }

  /** Rooms are the same in capitals and without. */
  private static String id(String room) {
    String name = URLDecoder.decode(room.replace("+", "%2B"), StandardCharsets.UTF_8);
    return name.toLowerCase(Locale.ROOT);
  }

  private static String token(URI url) {
    Matcher token = TOKEN.matcher(url.getRawQuery() == null ? "" : url.getRawQuery());
    return token.find() ? "?jwt=" + token.group(1) : "";
  }

  private boolean isListed(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    if (!Set.of("http", "https").contains(scheme)) {
      return false;
    }
    String host = url.getHost().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    int port = url.getPort() == -1 ? usual : url.getPort();
    return hosts.contains(host + ":" + port) || port == usual && hosts.contains(host);
  }
}
