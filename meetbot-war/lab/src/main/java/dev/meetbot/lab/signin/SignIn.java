package dev.meetbot.lab.signin;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code bin/sign-in}: a person signs a bot's account in, in a window of their own, and the server
 * keeps what makes it signed in. Exit codes: 0 stored, 1 not stored, 2 it could not run.
 */
public final class SignIn {
  private SignIn() {}

  /** Runs on the command line's arguments and ends the process. */
  public static void main(String[] args) {
    System.exit(run(List.of(args), System.getenv()));
  }

  static int run(List<String> args, Map<String, String> environment) {
    SignInOptions options;
    try {
      options = SignInOptions.parse(args, environment);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + SignInOptions.USAGE);
      return 2;
    }
    Path file = options.state();
    if (file == null && !hasDisplay(environment)) {
      System.err.println(
          "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty), so that no browser"
              + " can be shown. Run this where there is one with MEETBOT_URL set, or make a storage"
              + " state there and bring it with --state FILE.");
      return 2;
    }
    try {
      String state = file == null ? byHand(options, environment) : Files.readString(file);
      IdentityClient.store(options, state);
      System.out.println("stored: " + options.name() + " for " + options.platform());
      return 0;
    } catch (IOException | PlaywrightException e) {
      System.err.println("not stored: " + e.getMessage());
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private static boolean hasDisplay(Map<String, String> environment) {
    return !environment.getOrDefault("DISPLAY", "").isBlank()
        || !environment.getOrDefault("WAYLAND_DISPLAY", "").isBlank();
  }

  private static String byHand(SignInOptions options, Map<String, String> environment)
      throws IOException {
    Map<String, String> env = new HashMap<>(environment);
    env.putIfAbsent(
        "PLAYWRIGHT_NODEJS_PATH",
        environment.getOrDefault("MEETBOT_BROWSER_NODE", "/usr/bin/node"));
    env.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    String chromium = environment.getOrDefault("MEETBOT_BROWSER_EXECUTABLE", "/usr/bin/chromium");
    try (Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(env));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(chromium))
                        .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                        .setHeadless(false))) {
      BrowserContext context =
          browser.newContext(new Browser.NewContextOptions().setLocale("en-US"));
      context.newPage().navigate(String.valueOf(options.page()));
      System.out.println("Sign in in the window, then press Enter here (Ctrl-C to give up).");
      var in = new InputStreamReader(System.in, Charset.defaultCharset());
      if (new BufferedReader(in).readLine() == null) {
        throw new IOException("the input ended before you said that you are signed in");
      }
      return context.storageState();
    }
  }
}
