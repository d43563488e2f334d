package dev.meetbot.engine.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.Failure;
import dev.meetbot.model.FailureCode;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final Participant SELF = person("bot-1", "Notes", true, true);
  private static final Participant ADA = person("a", "Ada", false, false);
  private static final Participant OTTER = person("o", "Otter.ai Notetaker", false, false);

  private final ManualClock clock = ManualClock.startingAnyTime();
  private final Instant askedAt = clock.instant();
  private final Watch watch = new Watch(AutoLeave.DEFAULTS);
  private @Nullable Instant joinedAt;
  private @Nullable Instant heardAt;

  @Test
  void being_in_the_call_is_told_once_the_page_says_so() {
    assertThat(look(MeetingState.WAITING_ROOM)).isEmpty();
    assertThat(look(MeetingState.IN_CALL, SELF).map(Trigger::kind)).hasValue(Trigger.Kind.ADMITTED);
  }

  @Test
  void a_denial_is_told_with_its_time_and_the_pages_words() {
    clock.elapse(Duration.ofSeconds(47));
    MeetingSnapshot denied =
        new MeetingSnapshot(
            MeetingState.DENIED, "No entry.", null, List.of(), List.of(), List.of(), List.of());
    assertThat(look(denied).map(Trigger::failure))
        .hasValue(
            new Failure(
                FailureCode.HOST_DENIED_ADMISSION,
                "the host denied entry 47 s after asking: \"No entry.\""));
  }

  @Test
  void not_being_let_in_has_another_code_when_the_host_never_came() {
    look(MeetingState.WAITING_FOR_HOST);
    clock.elapse(Duration.ofSeconds(599));
    assertThat(look(MeetingState.WAITING_FOR_HOST)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(code(look(MeetingState.WAITING_FOR_HOST))).isEqualTo(FailureCode.WAITING_FOR_HOST);
    assertThat(code(look(MeetingState.WAITING_ROOM))).isEqualTo(FailureCode.LOBBY_TIMEOUT);
    assertThat(code(look(MeetingState.PREJOIN))).isEqualTo(FailureCode.DISPATCH_TIMEOUT);
  }

  @Test
  void being_removed_is_a_failure_and_an_ended_meeting_is_none() {
    join();
    assertThat(code(look(MeetingState.REMOVED))).isEqualTo(FailureCode.REMOVED_FROM_MEETING);
    assertThat(look(MeetingState.ENDED)).hasValue(Trigger.callOver(EndReason.MEETING_ENDED));
  }

  @Test
  void the_bots_own_tile_is_no_company() {
    join();
    look(MeetingState.IN_CALL, SELF, ADA);
    look(MeetingState.IN_CALL, SELF);
    clock.elapse(Duration.ofSeconds(60));
    assertThat(look(MeetingState.IN_CALL, SELF))
        .hasValue(Trigger.callOver(EndReason.EVERYONE_LEFT));
  }

  @Test
  void somebody_who_comes_back_starts_the_timer_anew() {
    join();
    look(MeetingState.IN_CALL, SELF, ADA);
    look(MeetingState.IN_CALL, SELF);
    clock.elapse(Duration.ofSeconds(59));
    look(MeetingState.IN_CALL, SELF, ADA);
    clock.elapse(Duration.ofSeconds(59));
    assertThat(look(MeetingState.IN_CALL, SELF)).isEmpty();
  }

  @Test
  void an_empty_meeting_waits_longer_than_a_left_one() {
    join();
    look(MeetingState.IN_CALL, SELF);
    clock.elapse(Duration.ofSeconds(599));
    assertThat(look(MeetingState.IN_CALL, SELF)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(look(MeetingState.IN_CALL, SELF))
        .hasValue(Trigger.callOver(EndReason.NO_ONE_JOINED));
  }

  @Test
  void only_bots_are_no_company_either() {
    join();
    look(MeetingState.IN_CALL, SELF, OTTER);
    clock.elapse(Duration.ofSeconds(60));
    assertThat(look(MeetingState.IN_CALL, SELF, OTTER))
        .hasValue(Trigger.callOver(EndReason.ONLY_BOTS_LEFT));
  }

  @Test
  void silence_counts_from_when_somebody_was_last_heard() {
    join();
    look(MeetingState.IN_CALL, SELF, ADA);
    clock.elapse(Duration.ofSeconds(1199));
    heardAt = clock.instant();
    look(MeetingState.IN_CALL, SELF, ADA);
    clock.elapse(Duration.ofSeconds(10));
    assertThat(look(MeetingState.IN_CALL, SELF, ADA)).isEmpty();
    clock.elapse(Duration.ofSeconds(1200));
    assertThat(look(MeetingState.IN_CALL, SELF, ADA)).hasValue(Trigger.callOver(EndReason.SILENCE));
  }

  @Test
  void a_lost_connection_may_come_back_for_a_while() {
    join();
    look(MeetingState.DISCONNECTED);
    clock.elapse(Duration.ofSeconds(19));
    assertThat(look(MeetingState.DISCONNECTED)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(code(look(MeetingState.DISCONNECTED))).isEqualTo(FailureCode.NETWORK_LOSS);
  }

  @Test
  void bots_are_known_by_whole_words() {
    BotNames names = BotNames.with(Set.of("Acme Scribe"));
    assertThat(names.test(OTTER)).isTrue();
    assertThat(names.test(person("x", "acme scribe (2)", false, false))).isTrue();
    assertThat(names.test(person("x", "Gongora Potter", false, false))).isFalse();
    assertThat(names.test(ADA)).isFalse();
  }

  private void join() {
    joinedAt = clock.instant();
  }

  private Optional<Trigger> look(MeetingState state, Participant... people) {
    return look(
        new MeetingSnapshot(
            state, null, joinedAt, Arrays.asList(people), List.of(), List.of(), List.of()));
  }

  private Optional<Trigger> look(MeetingSnapshot snapshot) {
    return watch.look(new Sight(snapshot, clock.instant(), askedAt, joinedAt, heardAt));
  }

  private static FailureCode code(Optional<Trigger> trigger) {
    List<FailureCode> codes = new ArrayList<>();
    trigger.map(Trigger::failure).ifPresent(failure -> codes.add(failure.code()));
    assertThat(codes).hasSize(1);
    return codes.get(0);
  }

  private static Participant person(String id, String name, boolean self, boolean bot) {
    return new Participant(id, name, self, false, bot, false);
  }
}
