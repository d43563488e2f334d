package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBotBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is outside the program, which tests bring themselves.
 *
 * @param environment a variable by its name; null when it is not set
 * @param home the person's folder
 * @param hostName what this machine is called
 * @param pause waits
 * @param browser opens a page for the person
 * @param programs runs other programs
 * @param clients settings that every client of the server gets
 */
record Outside(
    UnaryOperator<@Nullable String> environment,
    Path home,
    String hostName,
    InstantSource clock,
    ZoneId zone,
    Pause pause,
    Terminal terminal,
    Browser browser,
    Programs programs,
    UnaryOperator<MeetBotBuilder> clients) {

  /** A wait, which an interrupt ends. */
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /** Shows a page. */
  interface Browser {
    /** Whether the page was asked for; that it is seen is not known. */
    boolean open(URI page);
  }

  static Outside real() {
    UnaryOperator<@Nullable String> environment = System::getenv;
    return new Outside(
        environment,
        home(environment),
        hostName(environment),
        Clock.systemUTC(),
        ZoneId.systemDefault(),
        time -> Thread.sleep(time.toMillis()),
        TerminalSearch.find(environment),
        page -> BrowserCommand.open(page, System.getProperty("os.name"), environment),
        Programs.real(),
        builder -> ProxyVariables.selector(environment).map(builder::proxy).orElse(builder));
  }

  /** A variable that is set to something. */
  @Nullable String variable(String name) {
    String value = environment.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  // like other programs; Java itself asks the system's list of users
  private static Path home(UnaryOperator<@Nullable String> environment) {
    String told = environment.apply("HOME");
    return Path.of(told != null && !told.isBlank() ? told : System.getProperty("user.home"));
  }

  private static String hostName(UnaryOperator<@Nullable String> environment) {
    String told = environment.apply("HOSTNAME");
    if (told != null && !told.isBlank()) {
      return told;
    }
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "this machine";
    }
  }
}
