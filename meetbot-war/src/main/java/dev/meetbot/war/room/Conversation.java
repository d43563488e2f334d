package dev.meetbot.war.room;

import java.util.HashMap;
import java.util.Map;

/** Numbers chat messages and joins the pieces of captions. Guarded by its {@link Room}. */
final class Conversation {
  private final Map<String, Utterance> open = new HashMap<>();
  private long chats;
  private long captions;

  private record Utterance(String id, long startMs) {}

  Views.Chat chat(Member sender, String text, long now) {
    return new Views.Chat("c" + ++chats, sender.id, sender.name, now, text);
  }

  /** A piece of an utterance: the first one begins it, a complete one ends it. */
  Views.Caption caption(Member speaker, String text, boolean complete, long now) {
    Utterance utterance =
        open.computeIfAbsent(speaker.id, id -> new Utterance("t" + ++captions, now));
    if (complete) {
      open.remove(speaker.id);
    }
    return new Views.Caption(
        utterance.id(), speaker.id, speaker.name, text, utterance.startMs(), now, complete);
  }

  void left(Member member) {
    open.remove(member.id);
  }
}
