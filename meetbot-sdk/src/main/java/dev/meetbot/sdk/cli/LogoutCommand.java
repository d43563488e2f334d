package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.ApiKey;
import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.MeetbotException;
import dev.meetbot.sdk.MeetbotNotFoundException;
import dev.meetbot.sdk.MeetbotUnauthorizedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Revokes and forgets the key of a server. */
@CommandLine.Command(name = "logout", description = "Revokes the stored key and removes it.")
final class LogoutCommand extends Command {
  // the key that asks
  private static final String OWN = "me";

  @Option(names = "--keep-key", description = "Only removes it here, and does not revoke it.")
  private boolean keepKey;

  LogoutCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    ConfigFile file = session.configFile();
    Config config = file.read();
    ServerAddress server = session.storedServer(config);
    Optional<String> key = config.findKey(server);
    // a server that is away must not keep anybody signed in here
    boolean revoked = !keepKey && key.filter(stored -> revoke(server, stored)).isPresent();
    if (key.isPresent()) {
      file.write(config.without(server));
    }
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("server", server.url());
    done.put("removed", key.isPresent());
    done.put("revoked", revoked);
    session.show(done, () -> List.of(line(server, key.isPresent(), revoked)));
    return ExitCode.DONE;
  }

  private static String line(ServerAddress server, boolean removed, boolean revoked) {
    if (!removed) {
      return "there was no key of " + server.url();
    }
    return "signed out of " + server.url() + (revoked ? "; the key is revoked" : "");
  }

  private boolean revokeByHint(MeetBot bots, String key) {
    List<ApiKey> fitting =
        bots.keys().list().stream()
            .filter(one -> one.revokedAt() == null && key.startsWith(one.hint()))
            .toList();
    if (fitting.size() != 1) {
      session.tell("meetbot: warning: it is not clear which key to revoke: see meetbot keys list");
      return false;
    }
    bots.keys().revoke(fitting.get(0).id());
    return true;
  }

  private boolean revoke(ServerAddress server, String key) {
    try (MeetBot bots = session.settings(server).apiKey(key).build()) {
      try {
        bots.keys().revoke(OWN);
        return true;
      } catch (MeetbotNotFoundException e) {
        // a server that does not know this name of a key yet
        return revokeByHint(bots, key);
      }
    } catch (MeetbotUnauthorizedException e) {
      // it opens nothing any more
      return true;
    } catch (MeetbotException e) {
      session.tell("meetbot: warning: the key is not revoked: " + session.failure(e).text());
    }
    return false;
  }
}
