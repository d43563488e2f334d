package dev.meetbot.engine.internal.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import dev.meetbot.engine.internal.access.SecretBox;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.tck.ManualClock;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator may store as an account. */
class IdentityShelfTest {
  private final IdentityShelf shelf =
      new IdentityShelf(
          new IdentityRecords(
              new MemoryStorage().records(), new SecretBox(new byte[32], new SecureRandom())),
          Set.of("jitsi", "zoom-web"),
          ManualClock.startingAnyTime());

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThatThrownBy(() -> shelf.store("a b", "skype", "[]"))
        .isInstanceOfSatisfying(
            InvalidJobException.class,
            e ->
                assertThat(e.issues().stream().map(Issue::code))
                    .containsExactly("invalid_value", "unknown_platform", "invalid_value"));
    assertThat(shelf.list()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "{\"cookies\": {}}",
        "{\"cookies\": [1]}",
        "{\"origins\": 7}"
      })
  void what_is_no_storage_state_is_refused(String state) {
    assertThatThrownBy(() -> shelf.store("ada", "jitsi", state))
        .isInstanceOf(InvalidJobException.class);
  }

  @Test
  void a_state_that_is_too_long_is_refused() {
    String state = "{\"cookies\": [], \"x\": \"" + "y".repeat(700_000) + "\"}";
    assertThatThrownBy(() -> shelf.store("ada", "jitsi", state))
        .isInstanceOf(InvalidJobException.class)
        .hasMessageNotContaining("yyy");
  }

  @Test
  void the_longest_state_fits_into_a_record() {
    String head = "{\"cookies\": [], \"x\": \"";
    String state = head + "y".repeat(700_000 - head.length() - 2) + "\"}";
    assertThat(shelf.store("ada", "zoom-web", state).platform()).isEqualTo("zoom-web");
  }
}
