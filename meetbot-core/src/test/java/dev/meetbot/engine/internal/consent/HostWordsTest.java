package dev.meetbot.engine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.consent.Consent.Fact;
import dev.meetbot.engine.internal.consent.Consent.Phase;
import dev.meetbot.engine.internal.consent.HostWords.Word;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.Permission;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HostWordsTest {
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final List<Participant> PEOPLE =
      List.of(
          new Participant("host", "Ann", false, true, false, false),
          new Participant("guest", "Bob", false, false, false, false),
          new Participant("me", "Notes", true, false, true, false),
          new Participant("robot", "Otter", false, false, true, false));

  private final List<ChatMessage> chat = new ArrayList<>();
  private @Nullable Permission permission;

  @Test
  void only_the_host_is_heard_where_it_is_known_who_that_is() {
    HostWords words = new HostWords(true);
    words.asked(true, seen());
    say("guest", "yes");
    say("me", "yes");
    say("robot", "yes");
    say("stranger", "yes");
    assertThat(words.heard(seen(), Phase.ASKED)).isEmpty();
    say("host", "yes");
    assertThat(words.heard(seen(), Phase.ASKED)).containsExactly(new Word(Fact.YES, "Ann"));
    assertThat(words.heard(seen(), Phase.GRANTED)).as("a line is heard once").isEmpty();
  }

  @Test
  void every_person_is_heard_where_nobody_knows_the_host() {
    HostWords words = new HostWords(false);
    words.asked(true, seen());
    say("me", "yes");
    say("robot", "yes");
    say("guest", "no");
    assertThat(words.heard(seen(), Phase.ASKED)).containsExactly(new Word(Fact.NO, "Bob"));
  }

  @Test
  void what_was_said_before_the_question_is_no_answer() {
    HostWords words = new HostWords(true);
    say("host", "yes");
    assertThat(words.heard(seen(), Phase.UNASKED)).isEmpty();
    say("host", "yes");
    permission = new Permission("1", true, "Ann");
    words.asked(true, seen());
    assertThat(words.heard(seen(), Phase.ASKED)).isEmpty();
  }

  @Test
  void with_a_dialog_the_chat_counts_only_against_recording() {
    HostWords words = new HostWords(true);
    words.asked(false, null);
    say("host", "yes");
    say("host", "no");
    assertThat(words.heard(seen(), Phase.ASKED)).isEmpty();
    permission = new Permission("1", true, "Ann");
    assertThat(words.heard(seen(), Phase.ASKED)).containsExactly(new Word(Fact.YES, "Ann"));
    assertThat(words.heard(seen(), Phase.GRANTED)).isEmpty();
    say("host", "stop recording please");
    assertThat(words.heard(seen(), Phase.GRANTED)).containsExactly(new Word(Fact.NO, "Ann"));
    permission = new Permission("2", false, "Ann");
    assertThat(words.heard(seen(), Phase.GRANTED)).containsExactly(new Word(Fact.NO, "Ann"));
    permission = null;
    assertThat(words.heard(seen(), Phase.WITHDRAWN)).isEmpty();
  }

  private void say(String senderId, String text) {
    chat.add(new ChatMessage("c" + chat.size(), senderId, "whoever", AT, text));
  }

  private MeetingSnapshot seen() {
    return new MeetingSnapshot(
        MeetingState.IN_CALL, null, AT, PEOPLE, chat, List.of(), List.of(), permission);
  }
}
