package dev.meetbot.sdk.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The same as {@code --help} behind a command. */
@CommandLine.Command(name = "help", description = "Says how to use a command.")
final class HelpCommand extends Command {
  @Parameters(arity = "0..*", paramLabel = "COMMAND", description = "Else the program itself.")
  private List<String> names = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  HelpCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    CommandLine command = spec.root().commandLine();
    for (String name : names) {
      command = command.getSubcommands().get(name);
      if (command == null) {
        throw new CliException(ExitCode.USAGE, "there is no command " + name);
      }
    }
    command.usage(command.getOut());
    return ExitCode.DONE;
  }
}
