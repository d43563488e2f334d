package dev.meetbot.lab.signin;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The command line of {@code bin/sign-in}.
 *
 * @param page where the person signs in; null when a state is at hand
 * @param state a file with a storage state that was made elsewhere; null to make one
 * @param server where the HTTP API is, with a trailing slash
 */
record SignInOptions(
    String platform,
    String name,
    @Nullable URI page,
    @Nullable Path state,
    URI server,
    String operatorKey) {
  static final String USAGE =
      """
      bin/sign-in PLATFORM NAME [--url PAGE] [--state FILE]
      Opens Chromium for you to sign a bot's account in, and stores it under NAME on the server.
      PLATFORM: google-meet, microsoft-teams, zoom-web, or another one with --url
      --url PAGE    where to sign in, instead of the platform's usual page
      --state FILE  a Playwright storage state that you have already; opens no browser
      Environment: MEETBOT_OPERATOR_KEY, MEETBOT_URL (default http://127.0.0.1:8080/)""";

  private static final Map<String, String> PAGES =
      Map.of(
          "google-meet", "https://accounts.google.com/",
          "microsoft-teams", "https://teams.microsoft.com/",
          "zoom-web", "https://zoom.us/signin");

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static SignInOptions parse(List<String> args, Map<String, String> environment) {
    List<String> names = new ArrayList<>();
    String url = null;
    String state = null;
    for (int i = 0; i < args.size(); i++) {
      switch (args.get(i)) {
        case "--url" -> url = value(args, ++i);
        case "--state" -> state = value(args, ++i);
        default -> names.add(args.get(i));
      }
    }
    if (names.size() != 2 || names.stream().anyMatch(name -> name.startsWith("-"))) {
      throw new IllegalArgumentException("a platform and a name are wanted");
    }
    String key = environment.getOrDefault("MEETBOT_OPERATOR_KEY", "");
    if (key.isBlank()) {
      throw new IllegalArgumentException("MEETBOT_OPERATOR_KEY must hold an operator key");
    }
    String page = url == null ? PAGES.get(names.get(0)) : url;
    if (page == null && state == null) {
      throw new IllegalArgumentException("--url must say where to sign in to " + names.get(0));
    }
    String server = environment.getOrDefault("MEETBOT_URL", "http://127.0.0.1:8080/");
    return new SignInOptions(
        names.get(0),
        names.get(1),
        page == null ? null : URI.create(page),
        state == null ? null : Path.of(state),
        URI.create(server.endsWith("/") ? server : server + "/"),
        key);
  }

  private static String value(List<String> args, int at) {
    if (at >= args.size()) {
      throw new IllegalArgumentException(args.get(at - 1) + " wants a value");
    }
    return args.get(at);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SignInOptions[" + platform + ", " + name + ", " + server + "]";
  }
}
