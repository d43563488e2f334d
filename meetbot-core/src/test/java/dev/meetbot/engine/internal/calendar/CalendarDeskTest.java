package dev.meetbot.engine.internal.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.CalendarInvite;
import dev.meetbot.engine.IntakeResult;
import dev.meetbot.engine.IntakeResult.Action;
import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of jobs when invites change, are repeated, or come too late. */
final class CalendarDeskTest {
  private final CalendarFixture calendar = new CalendarFixture();

  private static CalendarInvite invite(Consumer<CalendarInvite.Draft> more) {
    return CalendarInvite.of(
        draft -> {
          draft.uid = "u1";
          draft.start = "2026-05-05T14:00:00";
          draft.end = "2026-05-05T15:00:00";
          draft.timezone = "Europe/Berlin";
          draft.summary = "Planning";
          draft.location = "https://meet.google.com/abc-defg-hij";
          more.accept(draft);
        });
  }

  private IntakeResult receive(Consumer<CalendarInvite.Draft> more) {
    return calendar.desk.receive(
        CalendarFixture.TENANT, InviteJson.read(invite(more), calendar.reader));
  }

  private Job joining(JobId id) {
    calendar.clock.elapse(Duration.ofDays(4).plusHours(4));
    return calendar.transitions.apply(id, Trigger.of(Trigger.Kind.CLAIMED));
  }

  @Test
  void anInviteOfFieldsMakesTheSameJobAsACalendar() {
    IntakeResult made = receive(draft -> {});
    assertThat(made.action()).isEqualTo(Action.CREATED);
    Job job = calendar.job(made.jobId());
    assertThat(job.spec().joinAt()).isEqualTo(Instant.parse("2026-05-05T12:00:00Z"));
    assertThat(job.spec().metadata()).contains("\"summary\":\"Planning\"");
  }

  @Test
  void aNewerSequenceMovesTheSameJob() {
    JobId first = receive(draft -> {}).jobId();
    IntakeResult moved =
        receive(
            draft -> {
              draft.sequence = 1;
              draft.start = "2026-05-06T14:00:00+02:00";
              draft.end = null;
            });
    assertThat(moved.action()).isEqualTo(Action.UPDATED);
    assertThat(moved.jobId()).isEqualTo(first);
    Job job = calendar.job(first);
    assertThat(job.spec().joinAt()).isEqualTo(Instant.parse("2026-05-06T12:00:00Z"));
    assertThat(job.progress().dueAt()).isEqualTo(job.spec().joinAt());
    assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
  }

  @Test
  void aMoveToAnotherMeetingTakesItsLink() {
    JobId first = receive(draft -> {}).jobId();
    receive(
        draft -> {
          draft.sequence = 1;
          draft.location = "https://zoom.us/j/98765432109";
        });
    assertThat(calendar.job(first).spec().platform()).isEqualTo("zoom-web");
  }

  @Test
  void aRunningJobIsLeftAlone() {
    JobId first = receive(draft -> {}).jobId();
    joining(first);
    calendar.transitions.apply(first, Trigger.of(Trigger.Kind.ADMITTED));
    IntakeResult moved =
        receive(
            draft -> {
              draft.sequence = 1;
              draft.start = "2026-05-06T14:00:00";
              draft.end = null;
            });
    assertThat(moved.action()).isEqualTo(Action.IGNORED);
    assertThat(moved.reason()).isEqualTo("already_running");
    IntakeResult cancelled =
        receive(
            draft -> {
              draft.sequence = 2;
              draft.method = "CANCEL";
            });
    assertThat(cancelled.reason()).isEqualTo("already_running");
    assertThat(calendar.job(first).status()).isEqualTo(JobStatus.IN_CALL);
  }

  @Test
  void aBotBeforeTheDoorOfACancelledMeetingGoesHome() {
    JobId first = receive(draft -> {}).jobId();
    joining(first);
    IntakeResult cancelled =
        receive(
            draft -> {
              draft.sequence = 1;
              draft.method = "CANCEL";
            });
    assertThat(cancelled.action()).isEqualTo(Action.CANCELLED);
    assertThat(calendar.job(first).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void whatAPersonCalledOffStaysCalledOff() {
    JobId first = receive(draft -> {}).jobId();
    calendar.transitions.apply(first, Trigger.of(Trigger.Kind.CANCEL_REQUESTED));
    IntakeResult moved =
        receive(
            draft -> {
              draft.sequence = 1;
              draft.start = "2026-05-06T14:00:00";
              draft.end = null;
            });
    assertThat(moved.reason()).isEqualTo("job_ended");
    assertThat(calendar.jobs()).hasSize(1);
  }

  @Test
  void laterInstancesArePlannedAsTimeGoesOn() {
    IntakeResult made =
        receive(
            draft -> {
              draft.rrule = "FREQ=WEEKLY";
            });
    assertThat(made.jobs()).hasSize(2);
    calendar.clock.elapse(Duration.ofDays(7));
    calendar.desk.plan();
    assertThat(calendar.jobs()).hasSize(3);
    calendar.desk.plan();
    assertThat(calendar.jobs()).hasSize(3);
    assertThat(calendar.jobs().get(2).spec().joinAt())
        .isEqualTo(Instant.parse("2026-05-19T12:00:00Z"));
  }

  @Test
  void aSeriesThatIsCancelledTakesItsJobsAlong() {
    receive(draft -> draft.rrule = "FREQ=WEEKLY");
    IntakeResult cancelled =
        receive(
            draft -> {
              draft.method = "CANCEL";
              draft.sequence = 1;
              draft.start = null;
              draft.end = null;
            });
    assertThat(cancelled.jobs())
        .extracting(IntakeResult.Item::action)
        .containsExactly(Action.CANCELLED, Action.CANCELLED);
  }

  @Test
  void anInstanceOfFieldsMovesAloneAndItsSeriesStays() {
    receive(draft -> draft.rrule = "FREQ=WEEKLY");
    IntakeResult moved =
        receive(
            draft -> {
              draft.recurrenceId = "2026-05-12T14:00:00";
              draft.start = "2026-05-13T10:00:00";
              draft.end = null;
              draft.sequence = 1;
            });
    assertThat(moved.action()).isEqualTo(Action.UPDATED);
    assertThat(moved.jobs())
        .extracting(IntakeResult.Item::recurrenceId)
        .containsExactly("20260512T120000Z");
    assertThat(calendar.jobs())
        .extracting(job -> job.spec().joinAt().toString())
        .containsExactly("2026-05-05T12:00:00Z", "2026-05-13T08:00:00Z");
  }

  @Test
  void aPlatformThatIsNotThereIsNamed() {
    CalendarFixture bare = new CalendarFixture(List.of());
    IntakeResult result =
        bare.desk.receive(
            CalendarFixture.TENANT, InviteJson.read(invite(draft -> {}), bare.reader));
    assertThat(result.reason()).isEqualTo("platform_not_supported");
    assertThat(result.platform()).isEqualTo("google-meet");
  }

  @Test
  void manyEqualInvitesAtOnceMakeOneJob() throws Exception {
    int senders = 16;
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    CyclicBarrier start = new CyclicBarrier(senders);
    try {
      List<Future<IntakeResult>> results = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        results.add(
            threads.submit(
                () -> {
                  start.await();
                  return receive(draft -> {});
                }));
      }
      for (Future<IntakeResult> result : results) {
        assertThat(result.get().jobId()).isEqualTo(calendar.jobs().get(0).id());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(calendar.jobs()).hasSize(1);
  }

  @Test
  void allThatIsWrongIsToldAtOnce() {
    assertThatThrownBy(
            () ->
                receive(
                    draft -> {
                      draft.uid = " ";
                      draft.start = "tomorrow";
                      draft.timezone = "Mars/Olympus";
                      draft.method = "REPLY";
                      draft.rrule = "often";
                      draft.sequence = -1;
                    }))
        .isInstanceOfSatisfying(
            InvalidJobException.class,
            e ->
                assertThat(e.issues())
                    .extracting(issue -> issue.path().get(0))
                    .containsExactlyInAnyOrder(
                        "uid", "start", "timezone", "method", "rrule", "sequence"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "BEGIN:VCARD\r\nEND:VCARD\r\n", "{\"uid\": \"x\"}"})
  void whatIsNoCalendarIsRefused(String text) {
    assertThatThrownBy(() -> calendar.receive(text)).isInstanceOf(InvalidJobException.class);
  }
}
