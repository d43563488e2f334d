package dev.meetbot.engine.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.model.KeyScope;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class AccessTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void a_key_has_the_published_form_and_a_checksum_that_catches_typing_errors() {
    String key = ApiKeys.generate(KeyScope.LIVE, random);
    assertThat(key).matches("mb_live_[0-9A-Za-z]{32}");
    assertThat(ApiKeys.wellFormed(key)).isTrue();
    char other = key.charAt(12) == 'x' ? 'y' : 'x';
    assertThat(ApiKeys.wellFormed(key.substring(0, 12) + other + key.substring(13))).isFalse();
    assertThat(ApiKeys.wellFormed("")).isFalse();
    assertThat(ApiKeys.wellFormed("mb_live_short")).isFalse();
  }

  @Test
  void a_box_opens_what_it_sealed_and_nothing_else() {
    SecretBox box = new SecretBox(new byte[32], random);
    String sealed = box.seal("whsec_x");
    assertThat(sealed).doesNotContain("whsec");
    assertThat(box.seal("whsec_x")).isNotEqualTo(sealed);
    assertThat(box.open(sealed)).isEqualTo("whsec_x");
    byte[] another = new byte[32];
    another[0] = 1;
    SecretBox other = new SecretBox(another, random);
    assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalStateException.class);
  }
}
