package dev.meetbot.jaxrs.resource;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeHeaderTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0,        0,   1",
    "bytes=0-99,       0, 100",
    "bytes=0-1000,     0, 100",
    "bytes=10-19,     10,  10",
    "bytes=90-,       90,  10",
    "bytes=-1,        99,   1",
    "bytes=-100,       0, 100",
    "bytes=-5000,      0, 100",
    "BYTES = 5-6,      5,   2",
    "bytes=99-999999999999999999, 99, 1"
  })
  void aSingleRangeIsCutToTheSize(String header, long offset, long length) {
    RangeHeader.Part part = RangeHeader.parse(header, 100);
    assertThat(part).isNotNull();
    assertThat(part.partial()).isTrue();
    assertThat(part.range().offset()).isEqualTo(offset);
    assertThat(part.range().length()).isEqualTo(length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0"})
  void nothingToSendIsNull(String header) {
    assertThat(RangeHeader.parse(header, 100)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "items=0-1",
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=a-b",
        "bytes=0-1,3-4",
        "bytes=0-1x",
        "bytes=99999999999999999999-"
      })
  void whatMakesNoSenseIsIgnored(String header) {
    RangeHeader.Part part = RangeHeader.parse(header, 100);
    assertThat(part).isNotNull();
    assertThat(part.partial()).isFalse();
    assertThat(part.range().length()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=0-", "bytes=0-0", "bytes=-1"})
  void anEmptyFileHasNoRanges(String header) {
    assertThat(RangeHeader.parse(header, 0)).isNull();
  }
}
