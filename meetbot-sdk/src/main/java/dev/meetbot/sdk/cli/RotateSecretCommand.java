package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.SecretRotation;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** Makes a new signing secret. */
@CommandLine.Command(
    name = "rotate-secret",
    description = "Makes a new signing secret, shown only once; the old one signs too for a day.")
final class RotateSecretCommand extends Command {
  @Mixin private SecretOut out = new SecretOut();

  RotateSecretCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    out.check();
    String repeated = out.idempotencyKey();
    SecretRotation rotation =
        session.ask(
            bots ->
                repeated == null
                    ? bots.webhooks().rotateSecret()
                    : bots.webhooks().rotateSecret(repeated));
    Card card =
        new Card()
            .row(
                "old one until",
                Words.date(rotation.previousValidUntil(), session.outside().zone()));
    out.show(session, rotation, "webhookSecret", rotation.webhookSecret(), card);
    return ExitCode.DONE;
  }
}
