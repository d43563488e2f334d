package dev.meetbot.spi.meeting;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bot brings to a meeting's door. Holds secrets, which its text leaves out.
 *
 * @param displayName the name that the bot shows
 * @param painted whether the participants' pictures must show, since the tab itself is recorded;
 *     else nobody looks at the page, and the platform may save the painting
 * @param passcode the meeting's passcode as the job gave it; null when it gave none. A passcode in
 *     the URL is the platform's to find.
 * @param tokens what identifies the bot to the platform, by the token's name there
 */
public record Visit(
    MeetingUrl url,
    String displayName,
    boolean painted,
    @Nullable String passcode,
    Map<String, String> tokens) {
  public Visit {
    tokens = Map.copyOf(tokens);
  }

  /** A visit with nothing but a name. */
  public static Visit of(MeetingUrl url, String displayName, boolean painted) {
    return new Visit(url, displayName, painted, null, Map.of());
  }

  @Override
  public String toString() {
    return "Visit[" + url.platform() + ", painted=" + painted + ", tokens=" + tokens.keySet() + "]";
  }
}
