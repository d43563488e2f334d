package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final LogLines log = new LogLines();

  private List<Timeline.Segment> timeline() {
    return Timeline.of(log.meeting());
  }

  private LogLines levels(int track, long fromMs, int... dbov) {
    String values =
        Arrays.stream(dbov).mapToObj(Integer::toString).collect(Collectors.joining(","));
    return log.add(
        "levels",
        10_000,
        "\"track\":%d,\"fromMs\":%d,\"stepMs\":100,\"dbov\":[%s]".formatted(track, fromMs, values));
  }

  private static int[] bins(int count, int dbov) {
    return IntStream.range(0, count).map(i -> dbov).toArray();
  }

  @Test
  void loudBinsBecomeASegmentWhoseEndIsTheLastLoudBin() {
    log.joined("a", "Ann", 0).audio(1, "s").source("s", "a", "camera");
    levels(1, 2_000, bins(30, 20)).add("capture_stopped", 10_000, "");
    assertThat(timeline())
        .containsExactly(
            new Timeline.Segment("a", "Ann", new Span(2_000, 5_000), "rtp_audio_level", 0.98));
  }

  @Test
  void shortBreaksAreJoinedAndLongerOnesDivide() {
    log.joined("a", "Ann", 0).audio(1, "s").source("s", "a", "camera");
    levels(1, 0, 20, 20, 127, 127, 127, 20, 20, 127, 127, 127, 127, 20, 20);
    assertThat(timeline())
        .extracting(Timeline.Segment::span)
        .containsExactly(new Span(0, 700), new Span(1_100, 1_300));
  }

  @Test
  void noiseAndClicksAreNoSpeechButSoftSyllablesAre() {
    log.joined("a", "Ann", 0).audio(1, "s").source("s", "a", "camera");
    levels(1, 0, 60, 50, 50, 127, 127, 127, 127, 127, 20, 127, 127, 127, 127, 127, 40, 50, 50);
    assertThat(timeline())
        .extracting(Timeline.Segment::span)
        .containsExactly(new Span(1_400, 1_700));
  }

  @Test
  void aTrackOfAnUnknownOwnerIsUnknownAndAScreenIsNobodysVoice() {
    log.joined("a", "Ann", 0).audio(1, "s").audio(2, "t").source("t", "a", "screen");
    levels(1, 0, bins(5, 10));
    levels(2, 0, bins(5, 10));
    assertThat(timeline())
        .containsExactly(
            new Timeline.Segment(null, "unknown", new Span(0, 500), "rtp_audio_level", 0));
  }

  @Test
  void withoutLevelsThePagesHighlightCountsExceptForTheBotAndInPauses() {
    log.joined("a", "Ann", 0);
    log.add("participant_joined", 0, "\"id\":\"me\",\"name\":\"meetbot\",\"self\":true");
    for (String id : List.of("a", "me")) {
      log.add("speaking_hint", 1_000, "\"participantId\":\"%s\",\"on\":true".formatted(id));
    }
    log.add("pause", 2_000, "").add("resume", 3_000, "");
    log.add("speaking_hint", 4_000, "\"participantId\":\"a\",\"on\":false");
    assertThat(timeline())
        .containsExactly(
            new Timeline.Segment("a", "Ann", new Span(1_000, 2_000), "page_highlight", 0.7),
            new Timeline.Segment("a", "Ann", new Span(3_000, 4_000), "page_highlight", 0.7));
  }

  @Test
  void theLatestOwnerOfAStreamWins() {
    log.joined("a", "Ann", 0).joined("b", "Bob", 0).audio(1, "s");
    log.source("s", "a", "camera").source("s", "b", "camera");
    levels(1, 0, bins(5, 10));
    assertThat(timeline()).extracting(Timeline.Segment::speaker).containsExactly("Bob");
  }
}
