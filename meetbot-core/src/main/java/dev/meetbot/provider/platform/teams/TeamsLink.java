package dev.meetbot.provider.platform.teams;

import dev.meetbot.spi.meeting.MeetingUrl;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a meeting's address in one form only, so that equal meetings have equal addresses. */
final class TeamsLink {
  private static final Pattern THREAD =
      Pattern.compile("19:[A-Za-z0-9_.=+-]{4,200}@thread\\.(v2|tacv2|skype)");
  private static final Pattern MESSAGE = Pattern.compile("[0-9]{1,20}");

  private TeamsLink() {}

  /** A meeting that has a number; the passcode stays in the address only. */
  static MeetingUrl numbered(String host, String number, Optional<String> passcode) {
    String secret = passcode.filter(p -> !p.isBlank()).map(p -> "?p=" + encoded(p)).orElse("");
    return meeting(host, "/meet/" + number + secret, number);
  }

  /**
   * A meeting within a thread; empty when the thread is none.
   *
   * @param thread percent-encoded once, or twice by a mail program
   * @param message which meeting in a channel's thread it is; 0 or empty in a thread of its own
   * @param context who called the meeting, as JSON
   */
  static Optional<MeetingUrl> threaded(
      String host, String thread, String message, Optional<String> context) {
    String number = message.isEmpty() ? "0" : message;
    return Address.decoded(thread)
        .flatMap(text -> text.contains("%") ? Address.decoded(text) : Optional.of(text))
        .filter(text -> THREAD.matcher(text).matches() && MESSAGE.matcher(number).matches())
        .map(
            text ->
                meeting(
                    host,
                    "/l/meetup-join/"
                        + text.replace(":", "%3a").replace("@", "%40").replace("+", "%2b")
                        + "/"
                        + number
                        + context.map(c -> "?context=" + encoded(once(c))).orElse(""),
                    number.equals("0") ? text : text + "/" + number));
  }

  /** What was encoded twice is decoded by now but once. */
  private static String once(String context) {
    return context.startsWith("%7") ? Address.decoded(context).orElse(context) : context;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static MeetingUrl meeting(String host, String rest, String id) {
    return new MeetingUrl(TeamsPlatform.ID, URI.create("https://" + host + rest), id);
  }
}
