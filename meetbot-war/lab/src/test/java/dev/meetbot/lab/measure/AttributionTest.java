package dev.meetbot.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionTest {
  private static final Span WINDOW = new Span(0, 10_000);
  private static final List<Speech> TRUTH =
      List.of(
          new Speech(new Voice("Ada", 440, 0), List.of(new Span(1000, 5000))),
          new Speech(new Voice("Grace", 620, 120), List.of(new Span(4000, 8000))));

  @Test
  void aTrueTimelineIsWhollyRight() {
    Attribution figures =
        Attribution.of(List.of(ada(1000, 5000), grace(4000, 8000)), TRUTH, WINDOW);

    assertThat(figures).isEqualTo(new Attribution(100, 0));
  }

  @Test
  void aWrongNameCostsTheRightOneAndCountsAsWrong() {
    Attribution figures =
        Attribution.of(List.of(ada(1000, 5000), grace(4000, 6000), ada(6000, 8000)), TRUTH, WINDOW);

    assertThat(figures.rightPercent()).isCloseTo(75, within(0.2));
    assertThat(figures.wrongPercent()).isCloseTo(25, within(0.2));
  }

  @Test
  void aTimelineThatNamesEverybodyAlwaysIsCaughtByTheWrongTime() {
    Attribution figures = Attribution.of(List.of(ada(0, 10_000), grace(0, 10_000)), TRUTH, WINDOW);

    assertThat(figures.rightPercent()).isEqualTo(100);
    assertThat(figures.wrongPercent()).isCloseTo(150, within(0.2));
  }

  @Test
  void anEmptyTimelineIsWhollyMissing() {
    assertThat(Attribution.of(List.of(), TRUTH, WINDOW)).isEqualTo(new Attribution(0, 0));
  }

  @Test
  void aNameThatNobodyHasIsWrong() {
    Attribution figures =
        Attribution.of(
            List.of(new NamedSpan("Ghost", new Span(0, 800)), ada(1000, 5000), grace(4000, 8000)),
            TRUTH,
            WINDOW);

    assertThat(figures.rightPercent()).isEqualTo(100);
    assertThat(figures.wrongPercent()).isCloseTo(10, within(0.2));
  }

  private static NamedSpan ada(double from, double to) {
    return new NamedSpan("Ada", new Span(from, to));
  }

  private static NamedSpan grace(double from, double to) {
    return new NamedSpan("Grace", new Span(from, to));
  }
}
