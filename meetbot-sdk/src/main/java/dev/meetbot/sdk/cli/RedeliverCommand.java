package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Delivery;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a webhook sent again. */
@CommandLine.Command(
    name = "redeliver",
    description = "Has a delivered or dead one sent again, under its id.")
final class RedeliverCommand extends Command {
  @Parameters(paramLabel = "DELIVERY", description = "Its id, dlv_...")
  private String id = "";

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeats with it get the first one's answer.")
  private @Nullable String idempotencyKey;

  RedeliverCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Delivery delivery =
        session.ask(
            bots ->
                idempotencyKey == null
                    ? bots.webhooks().redeliver(id)
                    : bots.webhooks().redeliver(id, idempotencyKey));
    session.show(delivery, () -> DeliveryText.card(delivery, session.outside().zone()));
    return ExitCode.DONE;
  }
}
