package dev.meetbot.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.truth.Span;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  @Test
  void everybodySpeaksAndSometimesTwoAtOnce() {
    List<Span> all =
        Stream.of(0, 1, 2).flatMap(guest -> Schedule.of(guest, 1000, 30).stream()).toList();

    assertThat(all).hasSize(6).allMatch(s -> s.startMs() >= 1500 && s.endMs() <= 31_000);
    assertThat(Schedule.of(0, 0, 30).get(1).startMs())
        .isLessThan(Schedule.of(2, 0, 30).get(0).endMs());
  }

  @Test
  void aLongerTalkRepeatsTheCycleAndNobodySpeaksAfterItsEnd() {
    assertThat(Schedule.of(0, 0, 60)).hasSize(4);
    assertThat(Schedule.of(2, 0, 57)).allMatch(s -> s.endMs() <= 57_000);
    assertThat(Schedule.of(0, 0, 0)).isEmpty();
  }

  @Test
  void betweenTwoTurnsOfOneGuestThereIsSilenceToHearTheNextStart() {
    for (int guest = 0; guest < 3; guest++) {
      List<Span> spans = Schedule.of(guest, 0, 120);
      for (int i = 1; i < spans.size(); i++) {
        assertThat(spans.get(i).startMs() - spans.get(i - 1).endMs()).isGreaterThan(500);
      }
    }
  }
}
