package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import picocli.CommandLine;

/** Pauses the recording. */
@CommandLine.Command(
    name = "pause",
    aliases = "pause-recording",
    description = "Pauses the recording.")
final class PauseCommand extends VerbCommand {
  PauseCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.pauseRecording(id);
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.pauseRecording(id, key);
  }
}
