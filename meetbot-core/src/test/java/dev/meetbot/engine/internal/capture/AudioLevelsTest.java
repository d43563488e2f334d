package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.AudioLevels.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioLevelsTest {
  private final AudioLevels levels = new AudioLevels();

  @Test
  void linearLevelsBecomeDecibels() {
    assertThat(AudioLevels.dbov(1)).isZero();
    assertThat(AudioLevels.dbov(0.5)).isEqualTo(6);
    assertThat(AudioLevels.dbov(0.001)).isEqualTo(60);
    assertThat(AudioLevels.dbov(0)).isEqualTo(127);
    assertThat(AudioLevels.dbov(1e-9)).isEqualTo(127);
  }

  @Test
  void theLoudestOfEachFiftiethOfASecondCounts() {
    levels.add(0, 0.001);
    levels.add(5, 0.5);
    levels.add(15, 0.01);
    levels.add(25, 0.1);
    assertThat(levels.takeBefore(40)).containsExactly(new Stretch(0, List.of(6, 20)));
    assertThat(levels.takeBefore(40)).isEmpty();
  }

  @Test
  void onlyWhatIsCompleteIsTaken() {
    levels.add(10, 0.5);
    levels.add(30, 0.5);
    assertThat(levels.takeBefore(30)).containsExactly(new Stretch(0, List.of(6)));
    assertThat(levels.takeBefore(Long.MAX_VALUE)).containsExactly(new Stretch(20, List.of(6)));
  }

  @Test
  void packetsOneAfterTheOtherLeaveNoHoleThoughTheirTimesAreRounded() {
    levels.add(0, 20, 0.5);
    levels.add(19, 20, 0.5);
    levels.add(41, 20, 0.5);
    levels.add(60, 60, 0.5);
    assertThat(levels.takeBefore(1_000)).containsExactly(new Stretch(0, List.of(6, 6, 6, 6, 6, 6)));
  }

  @Test
  void longSilenceIsLeftOutAndShortSilenceWrittenOut() {
    levels.add(0, 0.5);
    levels.add(60, 0.5);
    levels.add(5_000, 0.1);
    assertThat(levels.takeBefore(10_000))
        .containsExactly(new Stretch(0, List.of(6, 127, 127, 6)), new Stretch(5_000, List.of(20)));
  }
}
