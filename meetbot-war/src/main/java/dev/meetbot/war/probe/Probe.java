package dev.meetbot.war.probe;

import dev.meetbot.provider.playwright.PlaywrightDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.war.boot.Browsers;
import dev.meetbot.war.boot.Platforms;
import dev.meetbot.war.settings.SettingSources;
import dev.meetbot.war.settings.SettingsException;
import dev.meetbot.war.settings.WarSettings;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a platform's data file against the real page: goes into a meeting of the operator's own as
 * a bot does, and says which alternatives of which element matched, with a picture of each step.
 * Exit code 0: it was in the call; 1: it did not get in; 2: it could not run.
 */
public final class Probe {
  private final ProbeOptions options;
  private final WarSettings settings;
  private final PrintStream out;

  private Probe(ProbeOptions options, WarSettings settings, PrintStream out) {
    this.options = options;
    this.settings = settings;
    this.out = out;
  }

  public static void main(String[] arguments) {
    int code;
    try {
      Path home = Path.of(System.getProperty("user.home"), ".meetbot");
      WarSettings settings = WarSettings.read(SettingSources.ofProcess().read(home).values(), home);
      code = new Probe(ProbeOptions.parse(List.of(arguments)), settings, System.out).run() ? 0 : 1;
    } catch (ProbeOptions.Unusable | SettingsException | BrowserException | IOException e) {
      System.err.println(e.getMessage());
      code = 2;
    }
    System.exit(code);
  }

  private boolean run() throws IOException {
    Files.createDirectories(options.out());
    MeetingPlatform platform = null;
    MeetingUrl meeting = null;
    for (MeetingPlatform each : Platforms.of(settings, settings.roomHosts())) {
      Optional<MeetingUrl> understood = each.parse(options.url());
      if (understood.isPresent()) {
        platform = each;
        meeting = understood.get();
      }
    }
    if (platform == null || meeting == null) {
      throw new ProbeOptions.Unusable("no platform knows meetings at this address");
    }
    Path state = options.state();
    String signedIn = state == null ? null : Files.readString(state);
    BrowserOptions wanted =
        BrowserOptions.DEFAULTS.withDevices(platform.wantsDevices()).withSignedIn(signedIn);
    try (PlaywrightDriver driver = Browsers.of(settings.browser());
        BrowserSession session = driver.launch(wanted)) {
      MeetingPage page =
          platform.open(
              session, new Visit(meeting, options.name(), true, options.passcode(), Map.of()));
      ProbeVisit visit = new ProbeVisit(options, session, page, InstantSource.system());
      MeetingState end = visit.run();
      tell(platform.id(), end, visit.findings());
      return end == MeetingState.IN_CALL;
    }
  }

  private void tell(String platform, MeetingState end, Findings findings) throws IOException {
    String outcome = end.name().toLowerCase(java.util.Locale.ROOT);
    JsonObject report = findings.toJson(platform, outcome);
    Files.writeString(options.out().resolve("report.json"), report.toString());
    if (options.json()) {
      out.println(report);
      return;
    }
    out.print(findings.table());
    out.println("never seen: " + String.join(", ", findings.neverSeen()));
    out.println("seen in the call: " + report.getJsonObject("facts"));
    out.println("ended: " + outcome + "; pictures and report.json in " + options.out());
  }
}
