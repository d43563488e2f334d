package dev.meetbot.engine.internal.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PricesTest {
  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "59999,1", "60000,1", "60001,2", "3600000,60", "14400000,240"})
  void aMinuteCountsOnceItHasStarted(long millis, int minutes) {
    assertThat(Prices.minutes(millis)).isEqualTo(minutes);
  }

  @ParameterizedTest
  @ValueSource(longs = {300_000, 1, 59, 61, 299_999, 0})
  void sixtyMinutesCostExactlyAnHour(long perHour) {
    Prices prices = new Prices(perHour);
    assertThat(IntStream.rangeClosed(1, 60).mapToLong(prices::ofMinute).sum()).isEqualTo(perHour);
    assertThat(IntStream.rangeClosed(61, 120).mapToLong(prices::ofMinute).sum()).isEqualTo(perHour);
  }

  @Test
  void thePublishedPriceIsHalfACentAMinute() {
    assertThat(new Prices(300_000).ofMinute(1)).isEqualTo(5_000);
  }
}
