package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.MeetBotBuilder;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One run of the program: its surroundings, and the options that every command has. */
final class Session {
  private final Outside outside;
  private @Nullable String url;
  private boolean json;
  private @Nullable String asked;
  private volatile @Nullable LiveLine live;
  private volatile @Nullable String watched;

  Session(Outside outside) {
    this.outside = outside;
  }

  void url(@Nullable String value) {
    url = value;
  }

  void json(boolean value) {
    json = value;
  }

  @Nullable String url() {
    return url;
  }

  boolean json() {
    return json;
  }

  Outside outside() {
    return outside;
  }

  Terminal terminal() {
    return outside.terminal();
  }

  ConfigFile configFile() {
    return ConfigFile.of(outside);
  }

  Access access() {
    return Access.resolve(
        url,
        outside.variable("MEETBOT_API_BASE_URL"),
        outside.variable("MEETBOT_API_KEY"),
        this::configFile);
  }

  /** The server that is meant where only stored keys count. */
  ServerAddress storedServer(Config config) {
    return Access.server(url != null ? url : outside.variable("MEETBOT_API_BASE_URL"), config);
  }

  /** Settings of a client of that server, without a key. */
  MeetBotBuilder settings(ServerAddress server) {
    asked = server.url();
    return outside.clients().apply(MeetBot.builder().baseUrl(server.url()));
  }

  /** What is told of an error, with the server that was asked last. */
  Failure failure(Throwable error) {
    return Failure.of(error, asked);
  }

  /** Does something with a client of the chosen server. */
  <T> T ask(Function<MeetBot, T> task) {
    Access access = access();
    try (MeetBot bots = settings(access.server()).apiKey(access.requireKey()).build()) {
      return task.apply(bots);
    }
  }

  /** Prints a document for machines, or lines for people. */
  void show(Object document, Supplier<List<String>> lines) {
    if (json) {
      terminal().print(JsonText.document(document));
    } else {
      lines.get().forEach(terminal()::print);
    }
  }

  /** A line for what is going on; of two, the later one is the one that counts. */
  LiveLine liveLine(PrintStream out) {
    LiveLine line = new LiveLine(out, terminal());
    live = line;
    return line;
  }

  /** The job that is looked at from now on; null for none any more. */
  void watched(@Nullable String jobId) {
    watched = jobId;
  }

  /**
   * The program is ended from outside: what was going on does not stay on the screen, and who
   * looked at a bot is told that it goes on, once.
   */
  void abort() {
    LiveLine line = live;
    if (line != null) {
      line.clear();
    }
    String job = watched;
    watched = null;
    if (job != null) {
      tell("the bot goes on: meetbot leave " + Words.clean(job) + " calls it back");
    }
  }

  /** A line for people on the error stream; machines do not need it. */
  void tell(String line) {
    if (!json) {
      terminal().tell(line);
    }
  }
}
