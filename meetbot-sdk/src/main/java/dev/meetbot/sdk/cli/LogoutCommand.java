package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** Forgets the key of a server. */
@CommandLine.Command(name = "logout", description = "Removes the stored key.")
final class LogoutCommand extends Command {
  LogoutCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    ConfigFile file = session.configFile();
    Config config = file.read();
    ServerAddress server = session.storedServer(config);
    boolean known = config.findKey(server).isPresent();
    if (known) {
      file.write(config.without(server));
    }
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("server", server.url());
    done.put("removed", known);
    session.show(
        done,
        () ->
            List.of(
                known ? "signed out of " + server.url() : "there was no key of " + server.url()));
    return ExitCode.DONE;
  }
}
