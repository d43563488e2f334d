package dev.meetbot.lab.run;

import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The way into each platform's meeting in its first variant, as somebody would write it down who
 * looked at the page once.
 */
final class BareSteps {
  private static final Pattern ZOOM = Pattern.compile("https://[^/]+/j/(\\d+)(?:\\?(.*))?");

  private BareSteps() {}

  /**
   * Clicks what the selector finds, or fills it with a name.
   *
   * @param frame where it is; empty for the page itself
   */
  record Step(String frame, String selector, boolean fills) {
    static Step click(String selector) {
      return new Step("", selector, false);
    }

    static Step name(String selector) {
      return new Step("", selector, true);
    }

    Step in(String where) {
      return new Step(where, selector, fills);
    }
  }

  static List<Step> of(String platform) {
    return switch (platform) {
      case "google-meet" ->
          List.of(
              Step.name("input[jsname=YPqjbf]"),
              Step.click("[jsname=hw0c9]"),
              Step.click("[jsname=psRWwc]"),
              Step.click("button[jsname=Qx7uuf]:not([aria-hidden])"));
      case "microsoft-teams" ->
          List.of(
              Step.click("#buttonsbox > [data-tid=joinOnWeb]"),
              Step.name("[data-tid=prejoin-display-name-input]"),
              Step.click("[data-tid=toggle-video]"),
              Step.click("[data-tid=toggle-mute]"),
              Step.click("#prejoin-join-button"));
      case "zoom-web" ->
          Stream.of(
                  Step.click(".pepc-permission-dialog .zm-btn--primary"),
                  Step.click(".pepc-permission-dialog .zm-btn--primary"),
                  Step.name("#input-for-name"),
                  Step.click("#preview-audio-control-button"),
                  Step.click("#preview-video-control-button"),
                  Step.click("button.preview-join-button"))
              .map(step -> step.in("#webclient"))
              .toList();
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
    if (platform.equals("jitsi")) {
      return URI.create(
          meeting + "#config.startWithAudioMuted=true&config.startWithVideoMuted=true");
    }
    return meeting;
  }
}
