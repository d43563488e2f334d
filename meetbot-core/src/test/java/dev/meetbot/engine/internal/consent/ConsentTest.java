package dev.meetbot.engine.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.consent.Consent.Fact;
import dev.meetbot.engine.internal.consent.Consent.Phase;
import dev.meetbot.engine.internal.consent.Consent.Step;
import dev.meetbot.engine.internal.lifecycle.TextTable;
import dev.meetbot.model.ConsentAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentTest {
  private static final TextTable TABLE = TextTable.of("consent.txt");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  static Stream<TextTable.Cell> cells() {
    return TABLE.cells();
  }

  @ParameterizedTest
  @MethodSource("cells")
  void every_cell_of_the_table_holds(TextTable.Cell cell) {
    Consent before = in(Phase.valueOf(cell.column().toUpperCase(Locale.ROOT)), true);
    Step step = before.next(Fact.valueOf(cell.row().toUpperCase(Locale.ROOT)), "Ann", NOW);
    assertThat(step.next().equals(before) ? "-" : label(step)).isEqualTo(cell.expected());
  }

  private static String label(Step step) {
    String phase = step.next().phase().label();
    return step.answer().map(a -> phase + " (" + a.reason().wireName() + ")").orElse(phase);
  }

  @Test
  void the_table_has_every_fact_and_every_phase() {
    assertThat(cells().count()).isEqualTo((long) Fact.values().length * Phase.values().length);
  }

  @Test
  void the_docs_show_the_same_table() throws IOException {
    assertThat(Files.readString(Path.of("..", "docs", "lifecycle.md"))).contains(TABLE.text());
  }

  @ParameterizedTest
  @EnumSource
  void where_a_yes_is_needed_nothing_else_allows_to_record(Phase phase) {
    assertThat(in(phase, true).allows()).isEqualTo(phase == Phase.GRANTED);
  }

  @ParameterizedTest
  @EnumSource
  void where_none_is_needed_only_a_no_forbids(Phase phase) {
    Set<Phase> forbidden = EnumSet.of(Phase.DENIED, Phase.WITHDRAWN, Phase.ASKED_AGAIN);
    assertThat(in(phase, false).allows()).isNotEqualTo(forbidden.contains(phase));
    assertThat(in(phase, false).failed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void the_job_fails_only_when_there_never_was_a_yes(Phase phase) {
    assertThat(in(phase, true).failed())
        .isEqualTo(phase == Phase.DENIED || phase == Phase.TIMED_OUT);
  }

  @Test
  void an_answer_says_who_gave_it_and_when() {
    Step step = in(Phase.ASKED, true).next(Fact.YES, "Ann", NOW.plusSeconds(3));
    assertThat(step.answer())
        .contains(new ConsentAnswer(true, ConsentAnswer.Reason.GRANTED, "Ann", NOW.plusSeconds(3)));
    assertThat(step.next().respondent()).isEqualTo("Ann");
  }

  @Test
  void an_answer_is_late_from_the_timeout_on_and_only_while_it_is_waited_for() {
    Consent asked = in(Phase.UNASKED, true).next(Fact.ASK, null, NOW).next();
    assertThat(asked.late(NOW.plusMillis(29_999))).isFalse();
    assertThat(asked.late(NOW.plusSeconds(30))).isTrue();
    assertThat(in(Phase.GRANTED, true).late(NOW.plusSeconds(90))).isFalse();
    assertThat(in(Phase.UNASKED, true).late(NOW.plusSeconds(90))).isFalse();
  }

  private static Consent in(Phase phase, boolean required) {
    Instant asked = phase == Phase.UNASKED ? null : NOW;
    return new Consent(required, Duration.ofSeconds(30), phase, asked, null);
  }
}
