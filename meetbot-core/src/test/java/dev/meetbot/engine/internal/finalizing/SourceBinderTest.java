package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.finalizing.CapturedTrack.Owner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceBinderTest {
  private final LogLines log = new LogLines();

  @BeforeEach
  void people() {
    log.shape("slots").joined("a", "Ann", 0).joined("b", "Bob", 0).audio(1, "csrc:7");
  }

  private String owner() {
    Owner owner = SourceBinder.bind(log.meeting()).tracks().get(0).owner();
    return owner == null ? "nobody" : owner.participantId();
  }

  @Test
  void whoIsShownWheneverTheSourceIsHeardIsItsOwner() {
    log.loud(1, "", 1_000, 2_000).loud(1, "", 4_000, 6_000);
    log.mark("highlight", "a", 1_200, 2_200).mark("highlight", "a", 4_200, 6_200);
    log.mark("highlight", "b", 5_500, 6_200);
    assertThat(owner()).isEqualTo("a");
  }

  @Test
  void tooLittleTimeTooSmallAShareAndTwoPeopleAreNotClear() {
    log.loud(1, "", 1_000, 2_400).mark("highlight", "a", 1_000, 2_400);
    assertThat(owner()).isEqualTo("nobody");
    log.loud(1, "", 5_000, 9_000).mark("highlight", "a", 5_000, 7_000);
    assertThat(owner()).isEqualTo("nobody");
    log.mark("highlight", "a", 7_000, 9_000).mark("highlight", "b", 5_000, 8_500);
    assertThat(owner()).isEqualTo("nobody");
  }

  @Test
  void captionsBindWhereThereAreNoMarks() {
    log.loud(1, "", 1_000, 4_000);
    log.add(
        "caption",
        4_000,
        "\"id\":\"1\",\"speakerId\":\"b\",\"speaker\":\"Bob\",\"text\":\"x\","
            + "\"startMs\":1000,\"endMs\":4000");
    assertThat(owner()).isEqualTo("b");
  }

  @Test
  void allFilesOfASourceAndItsPartsOfAMixHaveTheSameOwner() {
    log.audio(2, "csrc:7").loud(1, "", 1_000, 2_000).loud(2, "", 3_000, 4_000);
    log.mark("data_channel", "a", 1_000, 2_000).mark("data_channel", "a", 3_000, 4_000);
    assertThat(SourceBinder.bind(log.meeting()).tracks())
        .extracting(CapturedTrack::owner)
        .containsExactly(new Owner("a", false), new Owner("a", false));
    log.shape("mix").audio(3, "m").loud(3, "csrc:9", 6_000, 8_000);
    log.mark("data_channel", "b", 6_000, 8_000);
    assertThat(SourceBinder.bind(log.meeting()).mixSources().get(0).owner())
        .isEqualTo(new Owner("b", false));
  }

  @Test
  void anOwnerThatThePageNamedStays() {
    log.source("csrc:7", "b", "camera").loud(1, "", 1_000, 4_000);
    log.mark("data_channel", "a", 1_000, 4_000);
    assertThat(owner()).isEqualTo("b");
  }
}
