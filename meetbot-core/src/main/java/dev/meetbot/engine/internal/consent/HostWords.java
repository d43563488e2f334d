package dev.meetbot.engine.internal.consent;

import dev.meetbot.engine.internal.consent.Consent.Fact;
import dev.meetbot.engine.internal.consent.Consent.Phase;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.Permission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds in what a page shows what the host has said of recording since the last look: in the
 * platform's dialog, or in the chat. Knows which lines it has read; used by one thread.
 */
public final class HostWords {
  private final boolean namesHosts;
  private final Set<String> read = new HashSet<>();
  private @Nullable Permission latest;
  private boolean inChat;

  /**
   * @param namesHosts whether the platform tells who the host is; else everybody's word counts, but
   *     that of bots
   */
  public HostWords(boolean namesHosts) {
    this.namesHosts = namesHosts;
  }

  /** What somebody said. */
  public record Word(Fact fact, String who) {}

  /**
   * The question was put; what was said before is no answer to it.
   *
   * @param inChat whether it was put in the chat, for want of a dialog
   * @param before what the page showed last; null when nothing was seen yet
   */
  public void asked(boolean inChat, @Nullable MeetingSnapshot before) {
    this.inChat = inChat;
    if (before != null) {
      before.chat().forEach(m -> read.add(m.id()));
      latest = before.permission();
    }
  }

  /** What is new, in the order of saying; to be asked at every look. */
  public List<Word> heard(MeetingSnapshot snapshot, Phase phase) {
    List<Word> words = new ArrayList<>();
    Permission permission = snapshot.permission();
    if (permission != null && (latest == null || !permission.id().equals(latest.id()))) {
      latest = permission;
      words.add(new Word(permission.granted() ? Fact.YES : Fact.NO, permission.respondent()));
    }
    for (ChatMessage message : snapshot.chat()) {
      if (read.add(message.id()) && phase != Phase.UNASKED) {
        word(message, snapshot).ifPresent(words::add);
      }
    }
    return words;
  }

  private Optional<Word> word(ChatMessage message, MeetingSnapshot snapshot) {
    Optional<Participant> sender =
        snapshot.participants().stream().filter(p -> p.id().equals(message.senderId())).findFirst();
    boolean counts =
        sender.isPresent()
            && !sender.get().self()
            && !sender.get().bot()
            && (sender.get().host() || !namesHosts);
    return counts
        ? Reply.of(message.text())
            .flatMap(this::fact)
            .map(fact -> new Word(fact, sender.get().name()))
        : Optional.empty();
  }

  /** Where there is a dialog, a yes or no in the chat may be meant for anybody. */
  private Optional<Fact> fact(Reply reply) {
    return switch (reply) {
      case STOP -> Optional.of(Fact.NO);
      case YES -> inChat ? Optional.of(Fact.YES) : Optional.empty();
      case NO -> inChat ? Optional.of(Fact.NO) : Optional.empty();
    };
  }
}
