package dev.meetbot.provider.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HibernateCachesTest {
  @Test
  void this_version_of_hibernate_keeps_its_notes_where_they_can_be_let_go_of() {
    assertThat(HibernateCaches.forget(Sessions.ENTITIES)).isTrue();
  }
}
