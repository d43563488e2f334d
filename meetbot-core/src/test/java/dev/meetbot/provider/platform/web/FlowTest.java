package dev.meetbot.provider.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.platform.web.FlowStep.Act;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final FlowStep cookies = step("cookies", Act.CLICK, 3, 2);
  private final FlowStep passcode = step("passcode", Act.PASSCODE, 1, 2);
  private final FlowStep join = step("join", Act.CLICK, 2, 30);
  private final FlowStep reload = step("reload", Act.RELOAD, 2, 15);
  private final Flow flow = new Flow(List.of(cookies, passcode, join, reload));
  private final Doings doings = new Doings();

  @BeforeEach
  void first_document() {
    doings.on("d1", START);
  }

  private static FlowStep step(String name, Act act, int times, int again) {
    return new FlowStep(name, act, "x", "Enter", times, Duration.ofSeconds(again), false);
  }

  private List<String> next(int second, boolean hasPasscode, String... open) {
    return flow
        .next(Set.of(open), Set.of(), doings, hasPasscode, START.plusSeconds(second))
        .map(FlowStep::name)
        .stream()
        .toList();
  }

  @Test
  void the_first_that_is_open_is_done() {
    assertThat(next(0, false, "join", "cookies")).containsExactly("cookies");
    assertThat(next(0, false, "join")).containsExactly("join");
    assertThat(next(0, false)).isEmpty();
  }

  @Test
  void what_was_tried_in_vain_gives_way() {
    assertThat(flow.next(Set.of("cookies", "join"), Set.of("cookies"), doings, false, START))
        .contains(join);
  }

  @Test
  void a_step_is_done_again_after_its_time_and_so_many_times() {
    doings.note(join, START);
    assertThat(next(29, false, "join")).isEmpty();
    assertThat(next(30, false, "join")).containsExactly("join");
    doings.note(join, START.plusSeconds(30));
    assertThat(next(90, false, "join")).isEmpty();
  }

  @Test
  void a_new_document_has_forgotten_what_was_done_but_not_endlessly() {
    for (int i = 2; i < 50; i++) {
      doings.note(join, START);
      doings.on("d" + i, START);
    }
    assertThat(next(60, false, "join")).isEmpty();
    doings.note(cookies, START);
    doings.on("last", START);
    assertThat(next(0, false, "cookies")).containsExactly("cookies");
  }

  @Test
  void a_page_is_loaded_anew_when_it_has_been_there_long_enough() {
    assertThat(next(14, false, "reload")).isEmpty();
    assertThat(next(15, false, "reload")).containsExactly("reload");
    doings.note(reload, START.plusSeconds(15));
    doings.on("d2", START.plusSeconds(16));
    assertThat(next(30, false, "reload")).isEmpty();
    assertThat(next(31, false, "reload")).containsExactly("reload");
    doings.note(reload, START.plusSeconds(31));
    doings.on("d3", START.plusSeconds(32));
    assertThat(next(99, false, "reload")).isEmpty();
  }

  @Test
  void without_a_passcode_none_is_given() {
    assertThat(next(0, false, "passcode")).isEmpty();
    assertThat(next(0, true, "passcode")).containsExactly("passcode");
  }
}
