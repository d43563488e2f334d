package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import picocli.CommandLine;

/** Asks the host for consent to record. */
@CommandLine.Command(
    name = "ask",
    aliases = "request-recording-permission",
    description = "Asks the host for consent to record.")
final class AskCommand extends VerbCommand {
  AskCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.requestRecordingPermission(id);
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.requestRecordingPermission(id, key);
  }
}
