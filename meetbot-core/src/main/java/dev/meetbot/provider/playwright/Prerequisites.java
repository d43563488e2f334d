package dev.meetbot.provider.playwright;

import dev.meetbot.spi.browser.BrowserHealth;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What must be installed for browsers to start. */
final class Prerequisites {
  static final int OLDEST_NODE = 18;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

  private static final int REACHED_WITHIN = 2000;

  private Prerequisites() {}

  /** One line that says what is there or what is missing; starts Node once to ask its version. */
  static BrowserHealth check(PlaywrightSettings settings) {
    URI endpoint = settings.endpoint();
    if (endpoint == null) {
      return check(settings.chromium(), settings.node());
    }
    BrowserHealth node = checkNode(settings.node(), "browsers at " + place(endpoint));
    return !node.ready() || reachable(endpoint)
        ? node
        : missing("Nothing listens at " + place(endpoint) + ": correct meetbot.browser.endpoint");
  }

  /** An endpoint's path and parameters may be secrets. */
  private static String place(URI endpoint) {
    return endpoint.getHost() + ":" + port(endpoint);
  }

  private static int port(URI endpoint) {
    boolean safe = Set.of("wss", "https").contains(endpoint.getScheme());
    return endpoint.getPort() > 0 ? endpoint.getPort() : safe ? 443 : 80;
  }

  private static boolean reachable(URI endpoint) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(endpoint.getHost(), port(endpoint)), REACHED_WITHIN);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  static BrowserHealth check(@Nullable Path chromium, @Nullable Path node) {
    if (chromium == null) {
      return missing(
          "Chromium was not found: install the package chromium, or set meetbot.browser.executable");
    }
    if (!Files.isExecutable(chromium)) {
      return missing("There is no program " + chromium + ": correct meetbot.browser.executable");
    }
    return checkNode(node, "Chromium " + chromium);
  }

  private static BrowserHealth checkNode(@Nullable Path node, String with) {
    if (node == null) {
      return missing(
          "Node.js was not found: install the package nodejs (18 or newer), or set meetbot.browser.node");
    }
    if (!Files.isExecutable(node)) {
      return missing("There is no program " + node + ": correct meetbot.browser.node");
    }
    OptionalInt version = majorVersion(node);
    if (version.isEmpty()) {
      return missing(node + " does not run as Node.js: correct meetbot.browser.node");
    }
    if (version.getAsInt() < OLDEST_NODE) {
      return missing(
          node
              + " is Node.js "
              + version.getAsInt()
              + ": install 18 or newer, or set meetbot.browser.node");
    }
    return new BrowserHealth(true, with + ", Node.js " + version.getAsInt() + " " + node);
  }

  private static BrowserHealth missing(String detail) {
    return new BrowserHealth(false, detail);
  }

  private static OptionalInt majorVersion(Path node) {
    try {
      Process process =
          new ProcessBuilder(node.toString(), "--version").redirectErrorStream(true).start();
      try {
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
          return OptionalInt.empty();
        }
        byte[] answer = process.getInputStream().readNBytes(100);
        return parseMajor(new String(answer, StandardCharsets.UTF_8));
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      return OptionalInt.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return OptionalInt.empty();
    }
  }

  static OptionalInt parseMajor(String answer) {
    Matcher matcher = VERSION.matcher(answer.strip());
    return matcher.lookingAt()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }
}
