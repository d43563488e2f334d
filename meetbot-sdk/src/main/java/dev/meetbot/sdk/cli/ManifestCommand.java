package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Manifest;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows what was recorded. */
@CommandLine.Command(name = "manifest", description = "Shows what was recorded.")
final class ManifestCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  ManifestCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Manifest manifest = Jobs.ask(session, id, bots -> bots.manifest(id));
    session.show(
        manifest,
        () -> ManifestText.all(manifest, session.outside().zone(), session.terminal().width()));
    return ExitCode.DONE;
  }
}
