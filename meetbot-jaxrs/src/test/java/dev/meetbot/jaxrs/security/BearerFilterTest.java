package dev.meetbot.jaxrs.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerFilterTest {
  @ParameterizedTest
  @ValueSource(strings = {"Bearer mb_live_x", "bearer mb_live_x", "BEARER   mb_live_x "})
  void theSchemeIsReadInAnyCase(String header) {
    assertThat(BearerFilter.key(header)).contains("mb_live_x");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Basic bWI6eA==", "mb_live_x", "Bearermb_live_x"})
  void anythingElseIsNoKey(String header) {
    assertThat(BearerFilter.key(header)).isEmpty();
  }
}
