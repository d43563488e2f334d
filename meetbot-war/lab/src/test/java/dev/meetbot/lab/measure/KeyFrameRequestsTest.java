package dev.meetbot.lab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.truth.GuestTruth;
import dev.meetbot.lab.truth.SentSample;
import dev.meetbot.lab.truth.Speech;
import dev.meetbot.lab.truth.Voice;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyFrameRequestsTest {
  private static final Speech NOTHING = new Speech(new Voice("Ada", 440, 0), List.of());

  @Test
  void connectionsAreComparedAtTheSameAge() {
    List<SentSample> toBot = List.of(sample(5000, 1), sample(6000, 4));
    List<SentSample> toGuest = List.of(sample(1000, 1), sample(2000, 3), sample(6000, 5));

    assertThat(KeyFrameRequests.of(List.of(new GuestTruth(NOTHING, toBot, List.of(toGuest)))))
        .isEqualTo(new KeyFrameRequests(4, 3));
  }

  @Test
  void theFiguresAreMeansPerConnection() {
    List<SentSample> two = List.of(sample(1000, 2));
    List<SentSample> none = List.of(sample(1000, 0));

    assertThat(
            KeyFrameRequests.of(
                List.of(
                    new GuestTruth(NOTHING, two, List.of(two, none)),
                    new GuestTruth(NOTHING, none, List.of(none, none)))))
        .isEqualTo(new KeyFrameRequests(1, 0.5));
  }

  private static SentSample sample(double ms, long requests) {
    return new SentSample(ms, 0, 0, requests, 0, 0);
  }
}
