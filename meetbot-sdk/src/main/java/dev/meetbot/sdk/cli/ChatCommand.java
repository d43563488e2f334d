package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.MeetBot;
import dev.meetbot.sdk.VerbResult;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Writes into the meeting's chat. */
@CommandLine.Command(
    name = "chat",
    aliases = "send-chat-message",
    description = "Writes into the meeting's chat.")
final class ChatCommand extends VerbCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "TEXT",
      description = "What to write; - reads standard input.")
  private List<String> words = List.of();

  ChatCommand(Session session) {
    super(session);
  }

  @Override
  VerbResult ask(MeetBot bots, String id) {
    return bots.sendChatMessage(id, text());
  }

  @Override
  VerbResult ask(MeetBot bots, String id, String key) {
    return bots.sendChatMessage(id, text(), key);
  }

  private String text() {
    return words.equals(List.of("-"))
        ? Given.text("-", session.outside()).strip()
        : String.join(" ", words);
  }
}
