package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldBackTest {
  private final List<String> out = new ArrayList<>();

  @Test
  void without_need_everything_goes_through_at_once() {
    HeldBack all = new HeldBack(false);
    all.media(1_000, () -> out.add("a"));
    all.fact(() -> out.add("b"));
    assertThat(out).containsExactly("a", "b");
  }

  @Test
  void media_waits_for_a_confirmation_that_comes_after_it_and_facts_keep_their_place() {
    HeldBack held = new HeldBack(true);
    held.fact(() -> out.add("track"));
    held.media(1_000, () -> out.add("1000"));
    held.fact(() -> out.add("codec"));
    held.media(1_500, () -> out.add("1500"));
    assertThat(out).containsExactly("track");
    held.confirm(1_000);
    assertThat(out).as("received at that very moment").containsExactly("track");
    held.confirm(1_200);
    assertThat(out).containsExactly("track", "1000", "codec");
    held.media(1_100, () -> out.add("1100"));
    held.confirm(1_600);
    assertThat(out).containsExactly("track", "1000", "codec", "1500", "1100");
  }

  @Test
  void what_is_never_confirmed_is_forgotten() {
    HeldBack held = new HeldBack(true);
    held.media(1_000, () -> out.add("secret"));
    held.drop();
    held.confirm(2_000);
    assertThat(out).isEmpty();
  }
}
