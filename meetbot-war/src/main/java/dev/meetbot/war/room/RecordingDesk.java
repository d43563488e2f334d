package dev.meetbot.war.room;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who records, and whether the host allowed it. Guarded by its {@link Room}. */
final class RecordingDesk {
  private final Map<String, Views.Recorder> recorders = new LinkedHashMap<>();
  private Views.@Nullable Ask ask;
  private Views.@Nullable Ask answered;
  private Views.@Nullable Answer answer;
  private long requests;

  /** Returns whether anything changed. */
  boolean set(Member member, boolean on) {
    if (on) {
      return recorders.put(member.id, new Views.Recorder(member.id, member.name)) == null;
    }
    return recorders.remove(member.id) != null;
  }

  List<Views.Recorder> recorders() {
    return List.copyOf(recorders.values());
  }

  /** A new question takes the place of an earlier one and of its answer. */
  Views.Ask ask(Member member, String prompt) {
    if (!member.bot) {
      throw RoomException.forbidden("Only a bot asks for permission to record.");
    }
    answer = null;
    answered = null;
    ask = new Views.Ask("q" + ++requests, member.id, member.name, prompt);
    return ask;
  }

  /** Answers the open question, or changes the answer that was given to it. */
  Views.Answer answer(Member host, boolean granted, long now) {
    Views.Answer given = answer;
    boolean changes = given != null && given.granted() != granted;
    Views.Ask question = ask == null && changes ? answered : ask;
    if (question == null) {
      throw RoomException.conflict("Nobody has asked, or this answer has been given.");
    }
    long at = given == null ? now : Math.max(now, given.atMs() + 1); // two answers never look alike
    answer =
        new Views.Answer(
            question.requestId(), question.participantId(), granted, host.id, host.name, at);
    answered = question;
    ask = null;
    return answer;
  }

  Views.@Nullable Ask openAsk() {
    return ask;
  }

  Views.@Nullable Answer lastAnswer() {
    return answer;
  }

  /** Returns whether the list of recorders changed. */
  boolean left(Member member) {
    if (ask != null && ask.participantId().equals(member.id)) {
      ask = null;
    }
    if (answered != null && answered.participantId().equals(member.id)) {
      answered = null;
      answer = null;
    }
    return recorders.remove(member.id) != null;
  }
}
