package dev.meetbot.provider.playwright;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Chromium is started.
 *
 * @param endpoint where browsers run on another machine: the {@code ws:} address of a Playwright
 *     server or the {@code http:} address of a Chromium with remote debugging; null for here
 * @param chromium the browser's executable, on the machine where it runs; null when there is none,
 *     or when that machine knows
 * @param node the executable of Node 18 or newer, which runs Playwright's driver; null when there
 *     is none
 * @param sandbox whether Chromium's own sandbox is on; it refuses to start as root with it
 * @param loopbackPeers whether WebRTC may connect to the machine itself, for meetings on it
 * @param extraArguments further command line arguments of Chromium
 * @param workDirectory holds the unpacked driver and the sessions' temporary files; its path should
 *     be short, because Chromium puts a socket below it; it must be the account's own
 */
public record PlaywrightSettings(
    @Nullable URI endpoint,
    @Nullable Path chromium,
    @Nullable Path node,
    boolean sandbox,
    boolean loopbackPeers,
    List<String> extraArguments,
    Path workDirectory) {
  /** 107 characters of a socket's path, less those of the session and of Chromium's own names. */
  private static final int LONGEST = 40;

  private static final Path SYSTEM_TEMPORARY = Path.of("/tmp");

  public PlaywrightSettings {
    extraArguments = List.copyOf(extraArguments);
  }

  /** What this machine has: executables on the PATH, the sandbox unless this is root. */
  public static PlaywrightSettings find() {
    ExecutableFinder finder = ExecutableFinder.ofEnvironment();
    String user = System.getProperty("user.name");
    return new PlaywrightSettings(
        null,
        finder.find("chromium", "chromium-browser", "google-chrome").orElse(null),
        finder.find("node", "nodejs").orElse(null),
        !"root".equals(user),
        false,
        List.of(),
        workDirectory(Path.of(System.getProperty("java.io.tmpdir")), SYSTEM_TEMPORARY, user));
  }

  /**
   * In the JVM's temporary directory, unless that is too deep: servers have theirs below their own
   * installation, and Chromium does not start when the path of its socket is too long.
   *
   * @param shorter instead; when that is not there the first one stays
   */
  static Path workDirectory(Path temporary, Path shorter, String user) {
    Path wanted = temporary.resolve("meetbot-" + user);
    return wanted.toAbsolutePath().toString().length() <= LONGEST || !Files.isWritable(shorter)
        ? wanted
        : shorter.resolve("meetbot-" + user);
  }

  /** The same with browsers on another machine, which knows where its browser is. */
  public PlaywrightSettings withEndpoint(URI endpoint) {
    return new PlaywrightSettings(
        endpoint, null, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same with another browser. */
  public PlaywrightSettings withChromium(@Nullable Path chromium) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same with another Node. */
  public PlaywrightSettings withNode(@Nullable Path node) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same with or without Chromium's sandbox. */
  public PlaywrightSettings withSandbox(boolean sandbox) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same, allowing WebRTC connections to the machine itself or not. */
  public PlaywrightSettings withLoopbackPeers(boolean loopbackPeers) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same with other extra arguments. */
  public PlaywrightSettings withExtraArguments(List<String> extraArguments) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }

  /** The same with another work directory. */
  public PlaywrightSettings withWorkDirectory(Path workDirectory) {
    return new PlaywrightSettings(
        endpoint, chromium, node, sandbox, loopbackPeers, extraArguments, workDirectory);
  }
}
