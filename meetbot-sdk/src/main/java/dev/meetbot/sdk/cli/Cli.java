package dev.meetbot.sdk.cli;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Reads arguments, runs the command, and tells of what went wrong in one line. */
final class Cli {
  private final Session session;

  Cli(Outside outside) {
    this.session = new Session(outside);
  }

  /** The exit code. */
  int run(String... args) {
    return commandLine().execute(args);
  }

  /** Leaves the terminal as it should be, on another thread, when the program is ended. */
  void abort() {
    session.abort();
  }

  /** All commands, as picocli knows them. */
  CommandLine commandLine() {
    Terminal terminal = session.terminal();
    CommandLine line = new CommandLine(Program.class, new Commands(session));
    line.setOut(new java.io.PrintWriter(terminal.out(), true));
    line.setErr(new java.io.PrintWriter(terminal.err(), true));
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
    line.setUsageHelpWidth(
        terminal.outIsTerminal() ? Math.max(60, Math.min(terminal.width(), 120)) : 80);
    Map<String, CommandLine.IHelpSectionRenderer> sections = line.getHelpSectionMap();
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, Cli::commandList);
    line.setHelpSectionMap(sections);
    line.registerConverter(Seconds.class, new Seconds.Converter());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(this::wrongUsage);
    line.setExecutionExceptionHandler(this::failed);
    return line;
  }

  private int wrongUsage(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    // of a map's option picocli says the word twice
    String what =
        error
            .getMessage()
            .lines()
            .findFirst()
            .orElse("wrong usage")
            .replace("option option", "option");
    if (error instanceof UnmatchedArgumentException unmatched) {
      what = "there is no '" + unmatched.getUnmatched().get(0) + "' here" + meant(unmatched);
    }
    tell(what + " (see " + command.getCommandSpec().qualifiedName() + " --help)");
    return ExitCode.USAGE.number();
  }

  // without the longer names, which are for those who come from the SDKs
  private static String commandList(CommandLine.Help help) {
    return help.subcommands().entrySet().stream()
        .map(
            entry ->
                String.format(
                    "  %-15s%s%n",
                    entry.getValue().commandSpec().name(),
                    entry.getValue().commandSpec().usageMessage().description()[0]))
        .collect(Collectors.joining());
  }

  private static String meant(UnmatchedArgumentException error) {
    CommandLine.Model.CommandSpec command = error.getCommandLine().getCommandSpec();
    Set<String> names = new LinkedHashSet<>(command.subcommands().keySet());
    names.addAll(command.optionsMap().keySet());
    return Nearest.find(error.getUnmatched().get(0), names)
        .map(name -> "; did you mean " + name + "?")
        .orElse("");
  }

  private int failed(Exception error, CommandLine command, ParseResult parsed) {
    Failure failure = session.failure(error);
    tell(failure.text());
    return failure.code().number();
  }

  private void tell(String what) {
    String line = "meetbot: " + Words.clean(what);
    Terminal terminal = session.terminal();
    terminal.tell(Colour.BAD.on(line, terminal.colour() && terminal.errIsTerminal()));
  }
}
