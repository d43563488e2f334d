package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBotBuilder;
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
  /**
   * What was said on the command line, then the environment, then what was remembered. A key of the
   * environment goes to the environment's server or the default one, as in the SDKs, and never to
   * one that only the file names.
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
      return new Access(
          ServerAddress.of(told != null ? told : MeetBotBuilder.DEFAULT_BASE_URL),
          Optional.of(environmentKey),
          "MEETBOT_API_KEY");
    }
    ConfigFile file = remembered.get();
    Config config = file.read();
    String chosen = told != null ? told : config.current();
    ServerAddress server =
        ServerAddress.of(chosen != null ? chosen : MeetBotBuilder.DEFAULT_BASE_URL);
    return new Access(server, config.findKey(server), file.path().toString());
  }

  String requireKey() {
    return key.orElseThrow(
        () ->
            new CliException(
                ExitCode.NOT_SIGNED_IN,
                "not signed in to "
                    + server.url()
                    + ": run meetbot login --url "
                    + server.url()
                    + ", or set MEETBOT_API_KEY"));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Access[" + server.url() + "]";
  }
}
