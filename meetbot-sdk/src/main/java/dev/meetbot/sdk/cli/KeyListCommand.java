package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.ApiKey;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Lists keys. */
@CommandLine.Command(name = "list", description = "Lists all keys, without the secrets.")
final class KeyListCommand extends Command {
  KeyListCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    List<ApiKey> keys = session.ask(bots -> bots.keys().list());
    Outside outside = session.outside();
    session.show(
        Map.of("keys", keys),
        () ->
            KeyText.table(
                keys, outside.clock().instant(), outside.zone(), session.terminal().width()));
    return ExitCode.DONE;
  }
}
