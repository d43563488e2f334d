package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import dev.meetbot.spi.meeting.MeetingState;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept from one reading to the next. */
class MemoriesTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final StateMemory state = new StateMemory();
  private final PeopleMemory people = new PeopleMemory(Set.of("Guest"));
  private final MarkNumbers marks = new MarkNumbers();

  private MeetingState take(int second, String shown, boolean passcode) {
    Reading reading = reading("{'state': " + shown + ", 'inCallSince': 1000}");
    return state.take(reading, passcode, START.plusSeconds(second));
  }

  private static Reading reading(String json) {
    return new Reading(LooseJson.parse(json.replace('\'', '"')));
  }

  private static Participant person(String id, String name, boolean self) {
    return new Participant(id, name, self, false, false, false);
  }

  @Test
  void a_page_that_shows_nothing_known_is_where_it_was_for_a_while() {
    assertThat(take(0, "null", false)).isEqualTo(MeetingState.PREJOIN);
    assertThat(take(1, "'WAITING_ROOM'", false)).isEqualTo(MeetingState.WAITING_ROOM);
    assertThat(take(99, "null", false)).isEqualTo(MeetingState.WAITING_ROOM);
    assertThat(state.phase()).isEqualTo("entry");
    assertThat(take(100, "'IN_CALL'", false)).isEqualTo(MeetingState.IN_CALL);
    assertThat(state.admittedAt()).isEqualTo(Instant.ofEpochMilli(1000));
    assertThat(take(101, "null", false)).isEqualTo(MeetingState.IN_CALL);
    assertThat(take(110, "null", false)).isEqualTo(MeetingState.IN_CALL);
    assertThat(take(111, "null", false)).isEqualTo(MeetingState.DISCONNECTED);
    assertThat(take(112, "'ENDED'", false)).isEqualTo(MeetingState.ENDED);
    assertThat(state.isFinal()).isTrue();
    assertThat(state.phase()).isEqualTo("call");
  }

  @Test
  void words_that_are_no_state_are_nothing() {
    assertThat(take(0, "'HAPPY'", false)).isEqualTo(MeetingState.PREJOIN);
    assertThat(take(0, "7", false)).isEqualTo(MeetingState.PREJOIN);
  }

  @Test
  void a_page_has_some_time_to_take_a_passcode_in() {
    assertThat(take(0, "'PASSCODE_REQUIRED'", false)).isEqualTo(MeetingState.PASSCODE_REQUIRED);
    assertThat(take(1, "'PASSCODE_REQUIRED'", true)).isEqualTo(MeetingState.PREJOIN);
    state.passcodeGiven(START.plusSeconds(3));
    assertThat(take(6, "'PASSCODE_REQUIRED'", true)).isEqualTo(MeetingState.PREJOIN);
    assertThat(take(7, "'PASSCODE_REQUIRED'", true)).isEqualTo(MeetingState.PASSCODE_REQUIRED);
  }

  @Test
  void a_name_is_not_lost_to_a_word_that_stands_for_none() {
    people.known(List.of(person("p1", "Ada", false)), "bot");
    assertThat(people.known(List.of(person("p1", "guest", false)), "bot").get(0).name())
        .isEqualTo("Ada");
    assertThat(people.known(List.of(person("p1", "", false)), "bot").get(0).name())
        .isEqualTo("Ada");
    assertThat(people.known(List.of(person("p1", "Ada L.", false)), "bot").get(0).name())
        .isEqualTo("Ada L.");
    assertThat(people.known(List.of(person("p2", "Guest", false)), "bot").get(0).name())
        .isEqualTo("Guest");
  }

  @Test
  void the_only_one_of_the_bots_name_is_the_bot_where_the_page_marks_none() {
    Participant same = person("p1", "bot", false);
    assertThat(people.known(List.of(same), "bot").get(0).self()).isTrue();
    assertThat(people.known(List.of(same, person("p2", "bot", false)), "bot"))
        .noneMatch(Participant::self);
    assertThat(people.known(List.of(same, person("p2", "bot", true)), "bot").get(0).self())
        .isFalse();
  }

  @Test
  void marks_of_all_documents_have_numbers_in_one_row() {
    String mark = "{'number': %d, 'participantId': 'p', 'atMs': 5, 'on': true, 'source': '%s'}";
    String first = mark.formatted(1, "HIGHLIGHT");
    marks.with(reading("{'document': 'a', 'marks': [" + first + "]}"));
    List<SpeakerMark> all =
        marks.with(
            reading(
                "{'document': 'b', 'marks': ["
                    + first
                    + "], 'ownMarks': ["
                    + mark.formatted(1, "DATA_CHANNEL")
                    + ","
                    + mark.formatted(2, "NONE")
                    + "]}"));
    assertThat(all).extracting(SpeakerMark::number).containsExactly(1L, 2L, 3L);
    assertThat(all.get(1).source()).isEqualTo(SpeakerMark.Source.DATA_CHANNEL);
    assertThat(marks.with(reading("{'document': 'b', 'marks': [" + first + "]}"))).hasSize(3);
  }
}
