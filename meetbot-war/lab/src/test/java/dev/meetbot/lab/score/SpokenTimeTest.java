package dev.meetbot.lab.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.meetbot.lab.truth.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenTimeTest {
  private static final Span WINDOW = new Span(0, 10_000);
  private static final TruePerson ADA = person("p1", "Ada", 1000, 3000);
  private static final TruePerson GRACE = person("p2", "Grace", 4000, 6000);

  private static TruePerson person(String id, String name, double from, double to) {
    return new TruePerson(id, name, 440, 0, true, List.of(new Span(from, to)));
  }

  private static Claim claim(String id, String name, double from, double to) {
    return new Claim(id, name, new Span(from, to));
  }

  private static SpokenTime of(Claim... claims) {
    return SpokenTime.of(List.of(claims), List.of(ADA, GRACE), WINDOW, false);
  }

  @Test
  void everythingRight() {
    SpokenTime time = of(claim("x/p1", "Ada", 1000, 3000), claim("x/p2", "Grace", 4000, 6000));
    assertThat(time.rightPercent()).isEqualTo(100);
    assertThat(time.wrongPercent()).isZero();
  }

  @Test
  void softEdgesAreNobodyElsesWords() {
    SpokenTime time = of(claim("p1", "Ada", 800, 3300), claim("p2", "Grace", 4000, 6000));
    assertThat(time.wrongPercent()).isZero();
  }

  @Test
  void anothersWordsAreWrongAndUnknownIsNot() {
    SpokenTime time =
        of(
            claim("p1", "Ada", 1000, 3000),
            claim("p1", "Ada", 5000, 6000),
            claim("", "unknown", 4000, 5000));
    assertThat(time.rightPercent()).isEqualTo(50);
    assertThat(time.wrongPercent()).isEqualTo(25);
  }

  @Test
  void madeUpSpeechIsWrong() {
    assertThat(of(claim("p1", "Ada", 7000, 8000)).wrongPercent()).isEqualTo(25);
    assertThat(of(claim("p9", "Zoe", 1000, 2000)).wrongPercent()).isEqualTo(25);
  }

  @Test
  void theRightIdWithAnothersNameIsWrong() {
    assertThat(of(claim("p1", "Grace", 1000, 3000)).wrongPercent()).isEqualTo(50);
  }

  @Test
  void peopleOfOneNameAreToldApartById() {
    List<TruePerson> namesakes =
        List.of(person("p1", "Alex", 1000, 3000), person("p2", "Alex", 4000, 6000));
    List<Claim> swapped = List.of(claim("p2", "Alex", 1000, 3000), claim("p1", "Alex", 4000, 6000));
    assertThat(SpokenTime.of(swapped, namesakes, WINDOW, false).rightPercent()).isZero();
    List<Claim> foreign = List.of(claim("u7", "Alex", 1000, 3000), claim("u8", "Alex", 4000, 6000));
    assertThat(SpokenTime.of(foreign, namesakes, WINDOW, false).rightPercent()).isEqualTo(100);
    List<Claim> lumped = List.of(claim("u7", "Alex", 1000, 3000), claim("u7", "Alex", 4000, 5000));
    assertThat(SpokenTime.of(lumped, namesakes, WINDOW, false).rightPercent()).isEqualTo(50);
  }

  @Test
  void bothCountWhereTwoSpeak() {
    List<TruePerson> both =
        List.of(person("p1", "Ada", 0, 2000), person("p2", "Grace", 1000, 2000));
    SpokenTime time = SpokenTime.of(List.of(claim("p1", "Ada", 0, 2000)), both, WINDOW, false);
    assertThat(time.spokenMs()).isEqualTo(3000);
    assertThat(time.rightPercent()).isCloseTo(66.7, within(0.1));
    SpokenTime one = SpokenTime.of(List.of(claim("p1", "Ada", 0, 2000)), both, WINDOW, true);
    assertThat(one.spokenMs()).isEqualTo(2000);
    assertThat(one.rightPercent()).isEqualTo(100);
  }
}
