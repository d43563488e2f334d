package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Revokes a key. */
@CommandLine.Command(
    name = "revoke",
    description = "Revokes a key from the next request on; running bots go on.")
final class KeyRevokeCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The key's id, not the key itself.")
  private String id = "";

  KeyRevokeCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    session.ask(
        bots -> {
          bots.keys().revoke(id);
          return true;
        });
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("id", id);
    done.put("revoked", true);
    session.show(done, () -> List.of("revoked " + id));
    return ExitCode.DONE;
  }
}
