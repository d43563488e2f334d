package dev.meetbot.sdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Webhooks; its commands do the work. */
@CommandLine.Command(
    name = "webhooks",
    description = "Receives webhooks here, and looks after those of the server.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ListenCommand.class,
      DeliveriesCommand.class,
      RedeliverCommand.class,
      WebhookTestCommand.class,
      RotateSecretCommand.class
    })
final class WebhooksCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }
}
