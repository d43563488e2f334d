package dev.meetbot.lab.run;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way into each platform's meeting in its first variant, as somebody would write it down who
 * looked at the page once.
 */
final class BareSteps {
  private static final Pattern ZOOM = Pattern.compile("https://[^/]+/j/(\\d+)(?:\\?(.*))?");

  private BareSteps() {}

  /** Clicks what the selector finds, or fills it with the bot's name. */
  record Step(String selector, boolean fills) {
    static Step click(String selector) {
      return new Step(selector, false);
    }

    static Step name(String selector) {
      return new Step(selector, true);
    }
  }

  static List<Step> of(String platform) {
    return switch (platform) {
      case "google-meet" ->
          List.of(Step.name("input[type=text]"), Step.click("button[jsname='Qx7uuf']"));
      case "microsoft-teams" ->
          List.of(
              Step.click("[data-tid='joinOnWeb']"),
              Step.name("[data-tid='prejoin-display-name-input']"),
              Step.click("[data-tid='prejoin-join-button']"));
      case "zoom-web" ->
          List.of(Step.name("#input-for-name"), Step.click("button.preview-join-button"));
      case "jitsi" ->
          List.of(
              Step.name("#premeeting-name-input"),
              Step.click("[data-testid='prejoin.joinMeeting']"));
      default -> throw new IllegalArgumentException("no way into " + platform);
    };
  }

  /** The page that the way begins at. */
  static URI page(String platform, URI meeting) {
    Matcher zoom = ZOOM.matcher(meeting.toString());
    if (platform.equals("zoom-web") && zoom.matches()) {
      String query = zoom.group(2) == null ? "" : "?" + zoom.group(2);
      return URI.create("https://app.zoom.us/wc/" + zoom.group(1) + "/join" + query);
    }
    return meeting;
  }
}
