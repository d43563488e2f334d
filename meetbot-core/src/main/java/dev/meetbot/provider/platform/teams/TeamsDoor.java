package dev.meetbot.provider.platform.teams;

import dev.meetbot.spi.meeting.Visit;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a bot brings to the door of a Teams meeting, in the address and by hand. Pure. */
final class TeamsDoor {
  /** The name of the token by which Teams knows a registered bot. */
  static final String TOKEN = "identification";

  private TeamsDoor() {}

  /** The passcode of the job, else of the meeting's address; empty when there is none. */
  static String passcode(Visit visit) {
    return Optional.ofNullable(visit.passcode())
        .filter(given -> !given.isBlank())
        .or(() -> TeamsUrls.passcode(visit.url().url()))
        .orElse("");
  }

  /** The meeting's address with the passcode where Teams takes one there, and with the token. */
  static URI address(Visit visit) {
    URI url = visit.url().url();
    String passcode = passcode(visit);
    boolean numbered = url.getRawPath().startsWith("/meet/");
    String bare = url.toString().replaceFirst("[?#].*", "");
    String address =
        numbered && !passcode.isEmpty() ? bare + "?p=" + encoded(passcode) : url.toString();
    String token = visit.tokens().getOrDefault(TOKEN, "");
    return URI.create(token.isEmpty() ? address : address + "#token=" + encoded(token));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
