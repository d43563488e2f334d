package dev.meetbot.sdk.cli;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which server is asked, and with what key.
 *
 * @param key empty when there is none for that server
 * @param source where the key is from, for people
 */
record Access(ServerAddress server, Optional<String> key, String source) {
  /** The variable that a key may stand in. */
  static final String VARIABLE = "MEETBOT_API_KEY";

  /**
   * What was said on the command line, then the environment, then what was remembered. A key of the
   * environment may go to the server of the last login: both are this user's own. Nobody has a
   * server that was not named: the SDKs' own one does not count here.
   *
   * @param remembered read only when it counts
   */
  static Access resolve(
      @Nullable String url,
      @Nullable String environmentUrl,
      @Nullable String environmentKey,
      Supplier<ConfigFile> remembered) {
    String told = url != null ? url : environmentUrl;
    if (environmentKey != null) {
      // a file that does not count here must not be in the way
      ServerAddress server = server(told, told != null ? Config.EMPTY : remembered.get().read());
      return new Access(server, Optional.of(environmentKey), VARIABLE);
    }
    ConfigFile file = remembered.get();
    Config config = file.read();
    ServerAddress server = server(told, config);
    return new Access(server, config.findKey(server), file.path().toString());
  }

  /** What was told, or else the server of the last login; without both it is a wrong usage. */
  static ServerAddress server(@Nullable String told, Config config) {
    String chosen = told != null ? told : config.current();
    if (chosen == null) {
      throw new CliException(
          ExitCode.USAGE,
          "no server: give --url http://…, set MEETBOT_API_BASE_URL, or run meetbot login --url"
              + " http://…");
    }
    return ServerAddress.of(chosen);
  }

  /** A key that can be sent; the key itself is told to nobody. */
  String requireKey() {
    String found =
        key.orElseThrow(
            () ->
                new CliException(
                    ExitCode.NOT_SIGNED_IN,
                    "not signed in to "
                        + server.url()
                        + ": run meetbot login --url "
                        + server.url()
                        + ", or set MEETBOT_API_KEY"));
    if (found.chars().anyMatch(c -> c <= ' ')) {
      throw new CliException(ExitCode.USAGE, source + " has a blank or line break in it");
    }
    if (found.chars().anyMatch(c -> c >= 0x7f)) {
      throw new CliException(ExitCode.USAGE, source + " has a letter in it that no key has");
    }
    return found;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Access[" + server.url() + "]";
  }
}
