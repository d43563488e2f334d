package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.ApiKey;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows a key. */
@CommandLine.Command(name = "get", description = "Shows a key, without its secret.")
final class KeyGetCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The key's id, not the key itself.")
  private String id = "";

  KeyGetCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    ApiKey key =
        session
            .ask(bots -> bots.keys().get(id))
            .orElseThrow(() -> new CliException(ExitCode.NOT_FOUND, "there is no key " + id));
    Outside outside = session.outside();
    session.show(key, () -> KeyText.card(key, outside.clock().instant(), outside.zone()).lines());
    return ExitCode.DONE;
  }
}
