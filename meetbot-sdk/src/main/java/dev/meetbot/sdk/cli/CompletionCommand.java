package dev.meetbot.sdk.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that completes commands and options. */
@CommandLine.Command(
    name = "completion",
    description = {
      "Prints a script by which a shell completes commands and options.",
      "Use it by: source <(meetbot completion bash)"
    })
final class CompletionCommand extends Command {
  /** Shells that are known. */
  enum Shell {
    BASH,
    ZSH
  }

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  private Shell shell = Shell.BASH;

  @Spec private CommandSpec spec = CommandSpec.create();

  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    // one script serves both: under zsh it loads the completion of bash
    session.terminal().out().print(AutoComplete.bash("meetbot", spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
