package dev.meetbot.jaxrs.dto;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "0,0.00",
    "4995000,4.995",
    "-5000,-0.005",
    "300000,0.30",
    "5000000,5.00",
    "-1,-0.000001",
    "120000000,120.00",
    "9223372036854775807,9223372036854.775807"
  })
  void millionthsAreDollarsToTheLastDigit(long micros, String text) {
    assertThat(Amounts.write(micros)).isEqualTo(text);
  }
}
