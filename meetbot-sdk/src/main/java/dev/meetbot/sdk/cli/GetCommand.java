package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.Job;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Shows one job. */
@CommandLine.Command(name = "get", description = "Shows a job as it is now.")
final class GetCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  GetCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Job job = session.ask(bots -> bots.getBot(id)).orElseThrow(() -> Jobs.missing(id));
    Jobs.show(session, job);
    return ExitCode.DONE;
  }
}
