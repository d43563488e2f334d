package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.WebhookTestResult;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries an address out. */
@CommandLine.Command(
    name = "test",
    description = "Has the server send one test event there; ends with 1 when it is not taken.")
final class WebhookTestCommand extends Command {
  private static final int NEWEST = 2;

  @Parameters(paramLabel = "URL", description = "Where to.")
  private String url = "";

  @Option(
      names = "--webhook-version",
      paramLabel = "1|2",
      defaultValue = "2",
      description = "Of the envelope; 2 unless told otherwise.")
  private int version = NEWEST;

  WebhookTestCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    WebhookTestResult result = session.ask(bots -> bots.webhooks().test(url, version));
    session.show(result, () -> List.of(line(result)));
    return result.delivered() ? ExitCode.DONE : ExitCode.ENDED_BADLY;
  }

  private static String line(WebhookTestResult result) {
    return (result.delivered() ? "delivered" : "not delivered")
        + " in "
        + result.durationMs()
        + " ms: "
        + DeliveryText.answer(result.status(), result.error())
        + " ("
        + Words.clean(result.deliveryId())
        + ")";
  }
}
