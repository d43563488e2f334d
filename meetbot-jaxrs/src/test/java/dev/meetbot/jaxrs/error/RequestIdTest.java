package dev.meetbot.jaxrs.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {
  @Test
  void aSaneIdIsTakenOver() {
    assertThat(RequestId.takeOver("trace-1.2:3_4")).isEqualTo("trace-1.2:3_4");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a b", "a\nb", "<x>", "é"})
  void anythingElseIsReplaced(String sent) {
    assertThat(RequestId.takeOver(sent)).matches("req_[0-9a-f]{32}");
  }

  @Test
  void aVeryLongIdIsReplaced() {
    assertThat(RequestId.takeOver("a".repeat(129))).startsWith("req_");
  }
}
