package dev.meetbot.war.boot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.spi.storage.StorageException;
import dev.meetbot.war.settings.SettingsException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterTest {
  @Test
  void wrong_settings_become_one_line() {
    assertThat(Starter.reason(new SettingsException(List.of("a must be 1", "b must be 2"))))
        .contains("a must be 1; b must be 2");
  }

  @Test
  void what_nobody_foresaw_keeps_its_stack_trace() {
    assertThat(Starter.reason(new StorageException("broken"))).isEmpty();
    assertThat(Starter.reason(new IllegalStateException("a bug"))).isEmpty();
  }
}
