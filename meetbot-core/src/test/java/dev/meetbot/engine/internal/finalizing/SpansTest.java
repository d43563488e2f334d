package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpansTest {
  private static final List<Span> SOME = List.of(new Span(10, 20), new Span(30, 40));

  @Test
  void whatLiesInBothIsFoundInOrder() {
    assertThat(Spans.and(SOME, List.of(new Span(35, 50), new Span(0, 12), new Span(15, 31))))
        .containsExactly(new Span(10, 12), new Span(15, 20), new Span(30, 31), new Span(35, 40));
    assertThat(Spans.and(SOME, List.of(new Span(20, 30), new Span(15, 15)))).isEmpty();
    assertThat(Spans.and(SOME, List.of(Spans.EVER))).isEqualTo(SOME);
  }

  @Test
  void whatIsLeftAndWhatIsTogether() {
    assertThat(Spans.minus(SOME, List.of(new Span(15, 35))))
        .containsExactly(new Span(10, 15), new Span(35, 40));
    assertThat(Spans.minus(SOME, List.of())).isEqualTo(SOME);
    assertThat(Spans.minus(SOME, List.of(Spans.EVER))).isEmpty();
    assertThat(Spans.or(SOME, List.of(new Span(18, 30)))).containsExactly(new Span(10, 40));
  }
}
