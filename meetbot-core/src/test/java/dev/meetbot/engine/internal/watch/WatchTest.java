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
  private final BotNames bots = new BotNames(BotVendors.builtIn(), Set.of());
  private Watch watch = new Watch(AutoLeave.DEFAULTS, bots);
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
    look(MeetingState.IN_CALL, SELF, ADA, OTTER);
    clock.elapse(Duration.ofSeconds(500));
    look(MeetingState.IN_CALL, SELF, OTTER);
    clock.elapse(Duration.ofSeconds(59));
    assertThat(look(MeetingState.IN_CALL, SELF, OTTER)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(look(MeetingState.IN_CALL, SELF, OTTER))
        .hasValue(Trigger.callOver(EndReason.ONLY_BOTS_LEFT));
  }

  @Test
  void bots_that_came_early_wait_for_people_as_long_as_an_empty_meeting_does() {
    join();
    look(MeetingState.IN_CALL, SELF, OTTER);
    clock.elapse(Duration.ofSeconds(599));
    assertThat(look(MeetingState.IN_CALL, SELF, OTTER)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(look(MeetingState.IN_CALL, SELF, OTTER))
        .hasValue(Trigger.callOver(EndReason.NO_ONE_JOINED));
  }

  @Test
  void the_longest_stay_counts_from_being_let_in() {
    join();
    look(MeetingState.IN_CALL, SELF, ADA);
    heardAt = clock.instant().plusSeconds(14399);
    clock.elapse(Duration.ofSeconds(14399));
    assertThat(look(MeetingState.IN_CALL, SELF, ADA)).isEmpty();
    clock.elapse(Duration.ofSeconds(1));
    assertThat(look(MeetingState.IN_CALL, SELF, ADA))
        .hasValue(Trigger.callOver(EndReason.MAX_DURATION));
  }

  @Test
  void another_bot_is_a_reason_to_leave_only_for_a_job_that_says_so() {
    join();
    assertThat(look(MeetingState.IN_CALL, SELF, ADA, OTTER)).isEmpty();
    watch = new Watch(timers(Duration.ofSeconds(60), true), bots);
    assertThat(look(MeetingState.IN_CALL, SELF, ADA)).isEmpty();
    assertThat(look(MeetingState.IN_CALL, SELF, ADA, OTTER))
        .hasValue(Trigger.callOver(EndReason.COMPETING_BOT));
  }

  @Test
  void zero_turns_every_timer_off() {
    watch = new Watch(timers(Duration.ZERO, false), bots);
    clock.elapse(Duration.ofDays(1));
    assertThat(look(MeetingState.WAITING_ROOM)).isEmpty();
    join();
    for (Participant[] scene :
        List.of(
            new Participant[] {SELF},
            new Participant[] {SELF, ADA},
            new Participant[] {SELF, OTTER},
            new Participant[] {SELF})) {
      look(MeetingState.IN_CALL, scene);
      clock.elapse(Duration.ofDays(1));
      assertThat(look(MeetingState.IN_CALL, scene)).isEmpty();
    }
  }

  @Test
  void a_connection_that_is_lost_in_the_waiting_room_is_no_refusal() {
    look(MeetingState.WAITING_ROOM);
    look(MeetingState.DISCONNECTED);
    clock.elapse(Duration.ofSeconds(20));
    assertThat(code(look(MeetingState.DISCONNECTED))).isEqualTo(FailureCode.NETWORK_LOSS);
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

  private static AutoLeave timers(Duration each, boolean onBotDetected) {
    return new AutoLeave(each, each, each, each, each, each, onBotDetected, Set.of());
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
