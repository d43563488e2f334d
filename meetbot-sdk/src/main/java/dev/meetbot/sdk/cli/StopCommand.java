package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import picocli.CommandLine;

/** Ends the recording and stays in the call. */
@CommandLine.Command(
    name = "stop",
    aliases = "stop-recording",
    description = "Ends the recording and stays in the call.")
final class StopCommand extends VerbCommand {
  StopCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.stopRecording(id);
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.stopRecording(id, key);
  }
}
