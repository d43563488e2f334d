package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.KeysClient;
import dev.meetbot.sdk.NewApiKey;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key in place of another one. */
@CommandLine.Command(
    name = "rotate",
    description = "Makes a key in place of another one, which goes on for a while.")
final class KeyRotateCommand extends Command {
  // what the server takes when nothing is said
  private static final Duration DAY = Duration.ofDays(1);

  @Parameters(paramLabel = "ID", description = "The old key's id.")
  private String id = "";

  @Option(
      names = "--overlap",
      paramLabel = "TIME",
      description = "How long the old one goes on: a day unless told otherwise, at most 7d.")
  private @Nullable Seconds overlap;

  @Mixin private SecretOut out = new SecretOut();

  KeyRotateCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    out.check();
    NewApiKey key = session.ask(bots -> rotate(bots.keys()));
    out.show(session, key, "apiKey", key.apiKey(), KeyText.card(key, session.outside().zone()));
    return ExitCode.DONE;
  }

  private NewApiKey rotate(KeysClient keys) {
    String repeated = out.idempotencyKey();
    if (repeated != null) {
      return keys.rotate(id, overlap == null ? DAY : overlap.length(), repeated);
    }
    return overlap == null ? keys.rotate(id) : keys.rotate(id, overlap.length());
  }
}
