package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserOptions;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A browser context with one empty page, made as the options want it.
 *
 * @param context id of the browser context: cookies and storage of its own
 */
record PageSetup(String context, Frames frames, PageFunctions functions, CdpPage page) {
  static PageSetup run(Channel browser, BrowserOptions options, Deadline deadline) {
    String context =
        browser
            .call(deadline, "Target.createBrowserContext", "disposeOnDetach", true)
            .getString("browserContextId");
    SignedIn account = options.signedIn() == null ? null : SignedIn.parse(options.signedIn());
    prepareContext(browser, context, options, deadline);
    if (account != null) {
      account.putCookies(browser, context, deadline);
    }
    String target =
        browser
            .call(
                deadline,
                "Target.createTarget",
                "url",
                "about:blank",
                "browserContextId",
                context,
                "width",
                options.width(),
                "height",
                options.height())
            .getString("targetId");
    Channel channel =
        new Channel(
            browser.connection(),
            browser
                .call(deadline, "Target.attachToTarget", "targetId", target, "flatten", true)
                .getString("sessionId"));
    Frames frames = new Frames(channel);
    PageFunctions functions = new PageFunctions(frames);
    ConsoleErrors errors = new ConsoleErrors(frames);
    Documents documents = new Documents(channel.session(), target);
    List.of(functions, errors, documents, new PageEvents(channel, target))
        .forEach(browser.connection()::listen);
    String agent = browser.call(deadline, "Browser.getVersion").getString("userAgent");
    preparePage(channel, frames, options, agent, deadline);
    CdpPage page = new CdpPage(channel, documents, errors);
    if (account != null) {
      account.putLocalStorage(channel, page, deadline);
    }
    return new PageSetup(context, frames, functions, page);
  }

  private static void prepareContext(
      Channel browser, String context, BrowserOptions options, Deadline deadline) {
    browser.call(
        deadline, "Browser.setDownloadBehavior", "behavior", "deny", "browserContextId", context);
    for (String device : List.of("camera", "microphone")) {
      // a question to which nobody answers would keep the page waiting
      browser.call(
          deadline,
          "Browser.setPermission",
          "permission",
          Json.object("name", device),
          "setting",
          options.devices() ? "granted" : "denied",
          "browserContextId",
          context);
    }
  }

  private static void preparePage(
      Channel page, Frames frames, BrowserOptions options, String agent, Deadline deadline) {
    frames.tellAll(deadline, "Page.enable");
    frames.tellAll(deadline, "Runtime.enable");
    frames.tellAll(deadline, "Log.enable");
    // strict pages forbid the worker that taps media
    frames.tellAll(deadline, "Page.setBypassCSP", "enabled", true);
    frames.tellAll(
        deadline,
        "Emulation.setUserAgentOverride",
        "userAgent",
        agent,
        "acceptLanguage",
        options.language());
    JsonObject still = Json.object("name", "prefers-reduced-motion", "value", "reduce");
    frames.tellAll(deadline, "Emulation.setEmulatedMedia", "features", Json.array(List.of(still)));
    frames.follow(deadline);
    page.call(deadline, "Page.setLifecycleEventsEnabled", "enabled", true);
    page.call(deadline, "Emulation.setFocusEmulationEnabled", "enabled", true);
    page.call(deadline, "Emulation.setLocaleOverride", "locale", options.language());
    page.call(
        deadline,
        "Emulation.setDeviceMetricsOverride",
        "width",
        options.width(),
        "height",
        options.height(),
        "deviceScaleFactor",
        1,
        "mobile",
        false);
  }
}
