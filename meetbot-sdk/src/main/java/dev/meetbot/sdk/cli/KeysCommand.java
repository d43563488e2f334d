package dev.meetbot.sdk.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Keys; its commands do the work. */
@CommandLine.Command(
    name = "keys",
    description = "Makes, lists, rotates and revokes API keys.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      KeyListCommand.class,
      KeyCreateCommand.class,
      KeyGetCommand.class,
      KeyRotateCommand.class,
      KeyRevokeCommand.class
    })
final class KeysCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }
}
