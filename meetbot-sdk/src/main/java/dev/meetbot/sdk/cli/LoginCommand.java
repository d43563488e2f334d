package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.DeviceLogin;
import dev.meetbot.sdk.MeetbotForbiddenException;
import dev.meetbot.sdk.MeetbotTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Signs this machine in by a page that a person approves at. */
@CommandLine.Command(
    name = "login",
    description = "Signs in: a person approves in a browser, and the key is stored here.")
final class LoginCommand extends Command {
  private static final int LONGEST_LABEL = 100;

  @Option(names = "--no-browser", description = "Does not open the page.")
  private boolean noBrowser;

  @Option(
      names = "--label",
      paramLabel = "NAME",
      description = "What the new key is called; else meetbot and this machine's name.")
  private @Nullable String label;

  LoginCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    ConfigFile file = session.configFile();
    // before anybody approves: a file that cannot be used is told of at once
    ServerAddress server = session.storedServer(file.read());
    if (server.isInClear()) {
      session.tell("meetbot: warning: http: the key travels in clear");
    }
    DeviceLogin login = DeviceLogin.start(session.settings(server), label());
    show(server, login);
    if (!noBrowser) {
      session.outside().browser().open(login.verificationUriComplete());
    }
    String key = await(login);
    file.write(file.read().with(server, key));
    // the second document of a stream, and so on one line
    session
        .terminal()
        .print(
            session.json()
                ? JsonText.line(done(server, file))
                : "signed in to " + server.url() + "; the key is in " + file.path());
    if (session.outside().variable("MEETBOT_API_KEY") != null) {
      session.tell("meetbot: warning: MEETBOT_API_KEY is set, and comes before the stored key");
    }
    return ExitCode.DONE;
  }

  private String label() {
    String text = Words.clean(label != null ? label : "meetbot on " + session.outside().hostName());
    return text.length() > LONGEST_LABEL ? text.substring(0, LONGEST_LABEL) : text;
  }

  private void show(ServerAddress server, DeviceLogin login) {
    if (session.json()) {
      Map<String, Object> begun = new LinkedHashMap<>();
      begun.put("server", server.url());
      begun.put("userCode", login.userCode());
      begun.put("verificationUri", login.verificationUri());
      begun.put("verificationUriComplete", login.verificationUriComplete());
      begun.put("expiresAt", login.expiresAt());
      session.terminal().print(JsonText.line(begun));
      return;
    }
    Duration left =
        Duration.between(session.outside().clock().instant(), login.expiresAt()).plusMillis(500);
    session.tell("To sign in to " + server.url() + ", open");
    session.tell("");
    session.tell("    " + Words.clean(login.verificationUriComplete()));
    session.tell("");
    session.tell("and see whether the page shows this code: " + Words.clean(login.userCode()));
    session.tell("Waiting; the code is good for " + Words.span(left) + ".");
  }

  private static String await(DeviceLogin login) {
    try {
      return login.await();
    } catch (MeetbotForbiddenException e) {
      throw new CliException(ExitCode.NOT_SIGNED_IN, "the person who was asked said no");
    } catch (MeetbotTimeoutException e) {
      throw new CliException(
          ExitCode.NOT_SIGNED_IN, e.getMessage() + "; meetbot login begins anew");
    }
  }

  private static Map<String, Object> done(ServerAddress server, ConfigFile file) {
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("server", server.url());
    done.put("signedIn", true);
    done.put("config", file.path());
    return done;
  }
}
