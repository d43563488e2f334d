package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks a bot to do something. */
abstract class VerbCommand extends Command {
  @Parameters(index = "0", paramLabel = "ID", description = "The job's id.")
  private String id = "";

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Repeats with it get the first one's answer.")
  private @Nullable String idempotencyKey;

  VerbCommand(Session session) {
    super(session);
  }

  abstract VerbResult ask(MeetBot bots, String id);

  abstract VerbResult ask(MeetBot bots, String id, String key);

  @Override
  final ExitCode run() {
    VerbResult result =
        Jobs.ask(
            session,
            id,
            bots -> idempotencyKey == null ? ask(bots, id) : ask(bots, id, idempotencyKey));
    session.show(
        result,
        () ->
            List.of(
                Words.clean(result.verb())
                    + (result.accepted()
                        ? " accepted; meetbot watch " + id + " shows what the bot does"
                        : " not accepted; the job is " + Words.clean(result.status()))));
    return result.accepted() ? ExitCode.DONE : ExitCode.REFUSED;
  }
}
