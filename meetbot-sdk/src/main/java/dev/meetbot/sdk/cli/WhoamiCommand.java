package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Tenant;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;

/** Shows whose key is used, and where. */
@CommandLine.Command(
    name = "whoami",
    description = "Shows whose key is used, where it is from, and for which server.")
final class WhoamiCommand extends Command {
  // as much as the server itself shows of a key
  private static final int HINT = 12;

  WhoamiCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Access access = session.access();
    String key = access.requireKey();
    String hint = key.substring(0, Math.min(HINT, key.length() / 2));
    Tenant tenant = session.ask(bots -> bots.account().me());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("server", access.server().url());
    all.put("keyBeginsWith", hint);
    all.put("keyIsFrom", access.source());
    all.put("tenant", tenant);
    session.show(
        all,
        () ->
            new Card()
                .row("tenant", tenant.id())
                .row("name", tenant.name())
                .row("server", access.server().url())
                .row("key", hint + "…, from " + access.source())
                .lines());
    return ExitCode.DONE;
  }
}
