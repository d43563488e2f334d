package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import picocli.CommandLine;

/** Starts the recording, or goes on with it. */
@CommandLine.Command(
    name = "resume",
    aliases = "resume-recording",
    description = "Starts the recording, or goes on with it.")
final class ResumeCommand extends VerbCommand {
  ResumeCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.resumeRecording(id);
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.resumeRecording(id, key);
  }
}
