package dev.meetbot.sdk.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: the options that every command has. */
@CommandLine.Command(
    name = "meetbot",
    description = "Sends bots into meetings and fetches what they recorded.",
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    footer = {
      "",
      "MEETBOT_API_KEY and MEETBOT_API_BASE_URL come before what login stored;",
      "without any of --url, MEETBOT_API_BASE_URL and a login there is no server.",
      "Exit codes: 0 fine, 1 the job ended badly, 2 wrong usage, 3 not signed in,",
      "4 not found, 5 refused, 6 server or network trouble, 7 trouble on this",
      "machine, 124 timeout, 130 interrupted."
    },
    subcommands = {
      LoginCommand.class,
      LogoutCommand.class,
      WhoamiCommand.class,
      DispatchCommand.class,
      GetCommand.class,
      ListCommand.class,
      WatchCommand.class,
      CancelCommand.class,
      AskCommand.class,
      PauseCommand.class,
      ResumeCommand.class,
      StopCommand.class,
      LeaveCommand.class,
      ChatCommand.class,
      ArtifactsCommand.class,
      ManifestCommand.class,
      WebhooksCommand.class,
      KeysCommand.class,
      DoctorCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
final class Program implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create();

  Program(Session session) {
    this.session = session;
  }

  @Option(
      names = "--url",
      paramLabel = "BASE",
      scope = ScopeType.INHERIT,
      description = "The server; else MEETBOT_API_BASE_URL, or else that of the last login.")
  void url(@Nullable String value) {
    session.url(value);
  }

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Prints JSON instead of text for people.")
  void json(boolean value) {
    session.json(value);
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Says how to use it.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Prints the version.")
  private boolean version;

  /** Without a command nobody knows what to do. */
  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return ExitCode.USAGE.number();
  }
}
