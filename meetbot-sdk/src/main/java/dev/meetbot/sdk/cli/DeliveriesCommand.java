package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Delivery;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Lists a job's webhooks. */
@CommandLine.Command(
    name = "deliveries",
    description = "Lists what was sent of a job, and what came of it.")
final class DeliveriesCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  DeliveriesCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    List<Delivery> deliveries = Jobs.ask(session, id, bots -> bots.webhooks().deliveries(id));
    session.show(Map.of("deliveries", deliveries), () -> lines(deliveries));
    return ExitCode.DONE;
  }

  private List<String> lines(List<Delivery> deliveries) {
    if (deliveries.isEmpty()) {
      session.tell("no deliveries");
      return List.of();
    }
    Table table =
        new Table()
            .whole("ID")
            .whole("EVENT")
            .whole("STATE")
            .whole("TRIES")
            .fitted("LAST ANSWER")
            .fitted("URL");
    for (Delivery one : deliveries) {
      table.row(
          one.deliveryId(),
          one.event(),
          one.state(),
          one.attempts().size(),
          DeliveryText.lastAnswer(one),
          Words.address(one.url()));
    }
    return table.lines(session.terminal().width());
  }
}
