package dev.meetbot.engine.internal.calendar;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the meeting links of one product look like in invites.
 *
 * @param platform id of the platform that joins such meetings
 * @param host of the link, in lower case
 * @param path of the link
 */
record LinkRule(String platform, Pattern host, Pattern path) {
  private static final List<LinkRule> ALL =
      List.of(
          of("google-meet", "meet\\.google\\.com", "/([a-z]{3}-[a-z]{4}-[a-z]{3}|lookup/\\w+)/?"),
          of(
              "microsoft-teams",
              "teams\\.(microsoft\\.com|cloud\\.microsoft|live\\.com|microsoft\\.us)"
                  + "|(gov|dod)\\.teams\\.microsoft\\.us",
              "/(l/meetup-join/.+|meet/\\w+.*|v2/.*meetup-join.*)"),
          of(
              "zoom-web",
              "([\\w-]+\\.)?(zoom\\.us|zoom\\.com|zoom\\.com\\.cn|zoomgov\\.com)",
              "/(j/\\d{9,12}|s/\\d{9,12}|w/\\d{9,12}|wc/(join/)?\\d{9,12}(/join)?"
                  + "|my/[\\w.-]+|wc/my/[\\w.-]+)/?"),
          of("jitsi", "meet\\.jit\\.si|8x8\\.vc", "/[^/].*"));

  private static LinkRule of(String platform, String host, String path) {
    return new LinkRule(platform, Pattern.compile(host), Pattern.compile(path));
  }

  /** The product whose meeting link that is; empty for any other link. */
  static Optional<String> platformOf(URI link) {
    if (link.getHost() == null || link.getRawPath() == null) {
      return Optional.empty();
    }
    String host = link.getHost().toLowerCase(Locale.ROOT);
    return ALL.stream()
        .filter(rule -> rule.host.matcher(host).matches())
        .filter(rule -> rule.path.matcher(link.getRawPath()).matches())
        .map(LinkRule::platform)
        .findFirst();
  }
}
