package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Calls a bot back. */
@CommandLine.Command(name = "cancel", description = "Calls a bot back; what it recorded is kept.")
final class CancelCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id.")
  private String id = "";

  CancelCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode run() {
    Jobs.ask(
        session,
        id,
        bots -> {
          bots.cancelBot(id);
          return true;
        });
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("jobId", id);
    done.put("accepted", true);
    session.show(done, () -> List.of("cancel accepted"));
    return ExitCode.DONE;
  }
}
