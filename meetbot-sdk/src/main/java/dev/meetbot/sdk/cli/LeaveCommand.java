package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import picocli.CommandLine;

/** Leaves the call; the recording is made ready. */
@CommandLine.Command(
    name = "leave",
    aliases = "leave-call",
    description = "Leaves the call; the recording is made ready.")
final class LeaveCommand extends VerbCommand {
  LeaveCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.leaveBot(id);
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.leaveBot(id, key);
  }
}
