package dev.meetbot.engine.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private final RetrySchedule schedule =
      new RetrySchedule(List.of(Duration.ofSeconds(5), Duration.ofSeconds(30)), new Random(7));

  @Test
  void two_delays_are_two_retries() {
    assertThat(schedule.next(1, NOW, null)).isPresent();
    assertThat(schedule.next(2, NOW, null)).isPresent();
    assertThat(schedule.next(3, NOW, null)).isEmpty();
  }

  @Test
  void delays_are_spread_between_zero_and_twice_the_mean() {
    List<Long> millis =
        IntStream.range(0, 2000)
            .mapToObj(i -> schedule.next(1, NOW, null).orElseThrow())
            .map(at -> Duration.between(NOW, at).toMillis())
            .toList();
    assertThat(millis).allMatch(ms -> ms >= 0 && ms <= 10_000);
    assertThat(millis.stream().mapToLong(ms -> ms).average().orElseThrow())
        .isBetween(4_600.0, 5_400.0);
  }

  @Test
  void a_receiver_may_ask_for_more_time_in_seconds_or_by_date_up_to_a_day() {
    assertThat(schedule.next(1, NOW, "120")).hasValue(NOW.plusSeconds(120));
    assertThat(schedule.next(1, NOW, "Sun, 22 Nov 2026 10:05:00 GMT"))
        .hasValue(NOW.plusSeconds(300));
    assertThat(schedule.next(1, NOW, "999999999")).hasValue(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void nonsense_in_the_header_changes_nothing() {
    assertThat(schedule.next(1, NOW, "soon").orElseThrow()).isBetween(NOW, NOW.plusSeconds(10));
    assertThat(schedule.next(1, NOW, "-5").orElseThrow()).isBetween(NOW, NOW.plusSeconds(10));
  }
}
