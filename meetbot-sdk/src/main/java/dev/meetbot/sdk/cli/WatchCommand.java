package dev.meetbot.sdk.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows a job. */
@CommandLine.Command(
    name = "watch",
    description = {
      "Tells what happens to a job until it has ended.",
      "Ends with 0 when it completed, 1 when it failed or was cancelled, 124 after the timeout."
    })
final class WatchCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  @Option(names = "--timeout", paramLabel = "TIME", description = "Gives up after it: 90s, 2h.")
  private @Nullable Seconds timeout;

  WatchCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() throws InterruptedException {
    return new Watch(session, id, timeout).run();
  }
}
