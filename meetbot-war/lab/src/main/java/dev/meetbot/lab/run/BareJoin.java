package dev.meetbot.lab.run;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.meetbot.lab.scenario.Scenario;
import dev.meetbot.lab.site.LabControl.Meeting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The way in by nothing but Playwright: what a bot's join is held against. The browser has the
 * bot's arguments.
 */
final class BareJoin {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final List<String> ARGUMENTS =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disk-cache-size=1",
          "--autoplay-policy=no-user-gesture-required",
          "--lang=en-US",
          "--allow-loopback-in-peer-connection",
          "--use-fake-device-for-media-stream",
          "--use-fake-ui-for-media-stream");

  private final Bench bench;

  BareJoin(Bench bench) {
    this.bench = bench;
  }

  /** How long it took until the meeting saw it ask, in ms; NaN when it did not get there. */
  double walk(Scenario scenario) {
    Meeting meeting = bench.control().open(scenario);
    Map<String, String> env = new HashMap<>(System.getenv());
    env.putIfAbsent("PLAYWRIGHT_NODEJS_PATH", setting("MEETBOT_BROWSER_NODE", "/usr/bin/node"));
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    double startMs = System.currentTimeMillis();
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env))) {
      try (Browser browser = playwright.chromium().launch(options())) {
        Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 720));
        page.setDefaultTimeout(PATIENCE.toMillis());
        page.navigate(BareSteps.page(scenario.platform(), meeting.url()).toString());
        for (BareSteps.Step step : BareSteps.of(scenario.platform())) {
          take(step, page);
        }
        return askedAtMs(meeting, page).map(at -> at - startMs).orElse(Double.NaN);
      }
    } catch (RuntimeException e) {
      System.getLogger(BareJoin.class.getName())
          .log(System.Logger.Level.WARNING, "bare way into " + scenario.name(), e);
      return Double.NaN;
    } finally {
      bench.control().close(meeting.id());
    }
  }

  private static void take(BareSteps.Step step, Page page) {
    Locator found =
        step.frame().isEmpty()
            ? page.locator(step.selector())
            : page.frameLocator(step.frame()).locator(step.selector());
    Locator shown = found.locator("visible=true").first();
    if (step.fills()) {
      shown.fill("bare");
    } else {
      shown.click();
    }
  }

  private Optional<Double> askedAtMs(Meeting meeting, Page page) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<Double> asked = bench.control().state(meeting.id()).askedAtMs();
    while (asked.isEmpty() && System.nanoTime() < end) {
      page.waitForTimeout(20);
      asked = bench.control().state(meeting.id()).askedAtMs();
    }
    return asked;
  }

  private BrowserType.LaunchOptions options() {
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    arguments.addAll(bench.browserArguments());
    return new BrowserType.LaunchOptions()
        .setExecutablePath(Path.of(setting("MEETBOT_BROWSER_EXECUTABLE", "/usr/bin/chromium")))
        .setChromiumSandbox(!System.getProperty("user.name").equals("root"))
        .setArgs(arguments);
  }

  private static String setting(String variable, String otherwise) {
    return System.getenv().getOrDefault(variable, otherwise);
  }
}
