package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ServersH2Test {
  @ParameterizedTest
  @FieldSource("dev.meetbot.provider.jpa.ServersH2#WITH_MEMORY")
  void this_version_of_h2_has_the_class_and_it_can_be_initialized(String name) {
    assertThatCode(() -> ServersH2.initializer(name).run()).doesNotThrowAnyException();
  }
}
