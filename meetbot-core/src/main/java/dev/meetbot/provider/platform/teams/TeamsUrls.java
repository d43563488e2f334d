package dev.meetbot.provider.platform.teams;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which addresses are Teams meetings, and which meeting each of them is: links to a meeting's
 * thread, links with a meeting's number, and the pages of Teams itself that carry one of these
 * inside. Pure.
 */
final class TeamsUrls {
  private static final Pattern HOST =
      Pattern.compile(
          "([a-z0-9-]+\\.)?teams\\.(microsoft\\.(com|us)|cloud\\.microsoft)"
              + "|teams\\.live\\.com|teams\\.microsoftonline\\.cn");
  private static final Pattern NUMBER = Pattern.compile("/meet/([0-9]{6,24})/?");
  private static final Pattern JOIN = Pattern.compile("/l/meetup-join/([^/]+)(?:/([^/]*))?/?");

  /** Pages that take the place to go to from the fragment. */
  private static final Pattern APP = Pattern.compile("/?|/_/?|/v2/?(index\\.html)?");

  private static final Pattern LAUNCHER = Pattern.compile("/dl/launcher/launcher\\.html");
  private static final Pattern LIGHT = Pattern.compile("/light-meetings/launch/?");
  private static final int DEPTH = 4;

  private TeamsUrls() {}

  /** The meeting behind the address; empty when it is none of Teams'. */
  static Optional<MeetingUrl> parse(URI url) {
    return Address.of(url).flatMap(address -> parse(address, DEPTH));
  }

  /** The passcode in a meeting's address; a secret. */
  static Optional<String> passcode(URI url) {
    return Address.of(url).flatMap(address -> address.parameter("p")).filter(p -> !p.isBlank());
  }

  private static Optional<MeetingUrl> parse(Address address, int depth) {
    if (depth == 0 || !HOST.matcher(address.host()).matches()) {
      return Optional.empty();
    }
    Matcher number = NUMBER.matcher(address.path());
    if (number.matches()) {
      return Optional.of(
          TeamsLink.numbered(address.host(), number.group(1), address.parameter("p")));
    }
    Matcher join = JOIN.matcher(address.path());
    if (join.matches()) {
      return TeamsLink.threaded(
          address.host(),
          join.group(1),
          join.group(2) == null ? "" : join.group(2),
          address.parameter("context"));
    }
    if (LIGHT.matcher(address.path()).matches()) {
      return address.parameter("coords").flatMap(c -> Coordinates.parse(address.host(), c));
    }
    return within(address).flatMap(inner -> parse(inner, depth - 1));
  }

  /** The address that this one carries. */
  private static Optional<Address> within(Address address) {
    if (APP.matcher(address.path()).matches()) {
      return reference(address, Optional.of(address.fragment()));
    }
    return LAUNCHER.matcher(address.path()).matches()
        ? reference(address, address.parameter("url"))
        : Optional.empty();
  }

  private static Optional<Address> reference(Address from, Optional<String> text) {
    return text.map(t -> t.regionMatches(true, 0, "%2F", 0, 3) ? Address.decoded(t).orElse("") : t)
        .flatMap(t -> t.startsWith("/") ? Optional.of(from.inside(t)) : absolute(t));
  }

  private static Optional<Address> absolute(String text) {
    try {
      return Address.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
