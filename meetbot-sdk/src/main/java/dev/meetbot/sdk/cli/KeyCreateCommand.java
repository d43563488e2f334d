package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.KeyRequest;
import dev.meetbot.sdk.NewApiKey;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key. */
@CommandLine.Command(name = "create", description = "Makes a key, which is shown only once.")
final class KeyCreateCommand extends Command {
  private static final List<String> SCOPES = List.of("live", "test", "intake");

  @Parameters(paramLabel = "NAME", description = "What it is called.")
  private String name = "";

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      defaultValue = "live",
      description = "live, test or intake; live unless told otherwise.")
  private String scope = "";

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "When it ends to open anything: 2027-01-01, or 90d from now.")
  private @Nullable String expires;

  @Mixin private SecretOut out = new SecretOut();

  KeyCreateCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    if (!SCOPES.contains(scope)) {
      throw new CliException(ExitCode.USAGE, "--scope is one of " + String.join(", ", SCOPES));
    }
    out.check();
    Outside outside = session.outside();
    KeyRequest request = KeyRequest.of(name, scope);
    if (expires != null) {
      request =
          request.withExpiresAt(Moments.ahead(expires, outside.clock().instant(), outside.zone()));
    }
    String repeated = out.idempotencyKey();
    KeyRequest whole = repeated == null ? request : request.withIdempotencyKey(repeated);
    NewApiKey key = session.ask(bots -> bots.keys().create(whole));
    out.show(session, key, "apiKey", key.apiKey(), KeyText.card(key, outside.zone()));
    return ExitCode.DONE;
  }
}
