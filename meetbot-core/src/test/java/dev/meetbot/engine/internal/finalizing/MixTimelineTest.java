package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class MixTimelineTest {
  private final LogLines log = new LogLines();

  private LogLines mix() {
    return log.shape("mix").joined("a", "Ann", 0).joined("b", "Bob", 0).audio(1, "mainAudio-1");
  }

  private void assertTimeline(Tuple... segments) {
    List<Timeline.Segment> timeline = Timeline.of(log.meeting());
    assertThat(timeline)
        .extracting(
            Timeline.Segment::speakerId,
            s -> s.span().startMs(),
            s -> s.span().endMs(),
            Timeline.Segment::source,
            Timeline.Segment::confidence)
        .containsExactly(segments);
  }

  @Test
  void contributingSourcesTellAndCrossTalkIsEverybodys() {
    mix().loud(1, "", 1_000, 6_000);
    log.source("csrc:1", "a", "camera").source("csrc:2", "b", "camera");
    log.loud(1, "csrc:1", 1_000, 4_000).loud(1, "csrc:2", 3_500, 6_000);
    // What is worse adds nothing.
    log.mark("highlight", "b", 1_000, 6_000);
    assertTimeline(
        tuple("a", 1_000L, 4_000L, "csrc", 0.95), tuple("b", 3_500L, 6_000L, "csrc", 0.95));
  }

  @Test
  void worseLayersOnlyFillWhatBetterOnesLeaveAndTheRestIsUnknown() {
    mix().loud(1, "", 1_000, 3_000).loud(1, "", 5_000, 7_000).loud(1, "", 9_000, 11_000);
    log.mark("data_channel", "a", 1_000, 3_000);
    log.mark("highlight", "b", 1_000, 3_000).mark("highlight", "b", 5_000, 7_000);
    assertTimeline(
        tuple("a", 1_000L, 3_000L, "data_channel", 0.9),
        tuple("b", 5_000L, 7_000L, "page_highlight", 0.7),
        tuple(null, 9_000L, 11_000L, "rtp_audio_level", 0.0));
  }

  @Test
  void captionsAreTheLastResortByIdOrByANameThatOnlyOneHas() {
    mix().joined("c", "Bob", 0).loud(1, "", 1_000, 3_000).loud(1, "", 5_000, 7_000);
    String caption =
        "\"id\":\"%d\",\"speakerId\":\"\",\"speaker\":\"%s\",\"text\":\"x\",\"startMs\":%d,\"endMs\":%d";
    log.add("caption", 3_000, caption.formatted(1, "Ann", 1_000, 3_000));
    log.add("caption", 7_000, caption.formatted(2, "Bob", 5_000, 7_000));
    assertTimeline(
        tuple("a", 1_000L, 3_000L, "captions", 0.6),
        tuple(null, 5_000L, 7_000L, "rtp_audio_level", 0.0));
  }

  @Test
  void lateMarksAreLaidOnTheSound() {
    mix();
    for (int i = 0; i < 6; i++) {
      long from = 1_000 + i * 3_000L;
      log.loud(1, "", from, from + 2_000);
      // Late, by more at the end, and not always by the same.
      String who = i % 2 == 0 ? "a" : "b";
      log.mark("highlight", who, from + 380 + i * 10, from + 2_700 + i * 10);
    }
    List<Timeline.Segment> timeline = Timeline.of(log.meeting());
    assertThat(timeline).hasSize(6);
    for (int i = 0; i < 6; i++) {
      long from = 1_000 + i * 3_000L;
      assertThat(timeline.get(i).span()).isEqualTo(new Span(from, from + 2_000));
      assertThat(timeline.get(i).speakerId()).isEqualTo(i % 2 == 0 ? "a" : "b");
    }
  }

  @Test
  void theActiveSpeakerIsOneAtATimeAndCutBySilence() {
    mix().loud(1, "", 1_000, 3_000).loud(1, "", 4_000, 5_000).loud(1, "", 6_000, 9_000);
    String on = "\"participantId\":\"%s\",\"on\":true,\"source\":\"active_speaker\"";
    log.add("speaking_hint", 1_150, on.formatted("a"));
    log.add("speaking_hint", 6_150, on.formatted("b"));
    assertTimeline(
        tuple("a", 1_000L, 3_000L, "active_speaker", 0.8),
        tuple("a", 4_000L, 5_000L, "active_speaker", 0.8),
        tuple("b", 6_000L, 9_000L, "active_speaker", 0.8));
  }

  @Test
  void aChangeNoticedLateIsMovedToWhereTheSoundBeganUnlessTheOtherSpokeThere() {
    mix().joined("c", "Cid", 0);
    log.loud(1, "", 1_000, 3_000).loud(1, "", 4_000, 7_000).loud(1, "", 9_000, 12_000);
    String on = "\"participantId\":\"%s\",\"on\":true,\"source\":\"active_speaker\"";
    log.add("speaking_hint", 1_000, on.formatted("a"));
    log.add("speaking_hint", 5_100, on.formatted("b"));
    // a begins and is interrupted: that change is where it was seen
    log.add("speaking_hint", 9_000, on.formatted("a"));
    log.add("speaking_hint", 10_200, on.formatted("c"));
    assertTimeline(
        tuple("a", 1_000L, 3_000L, "active_speaker", 0.8),
        tuple("b", 4_000L, 7_000L, "active_speaker", 0.8),
        tuple("a", 9_000L, 10_200L, "active_speaker", 0.8),
        tuple("c", 10_200L, 12_000L, "active_speaker", 0.8));
  }

  @Test
  void captionsThatComeLateTellWhoseTheWholeStretchIs() {
    mix().loud(1, "", 1_000, 4_000).loud(1, "", 5_000, 8_000).loud(1, "", 9_000, 13_000);
    caption(1, "a", 2_200, 4_700);
    caption(2, "b", 6_300, 9_400);
    caption(3, "a", 10_000, 11_000);
    caption(4, "b", 11_000, 13_000);
    assertTimeline(
        tuple("a", 1_000L, 4_000L, "captions", 0.6),
        tuple("b", 5_000L, 8_000L, "captions", 0.6),
        tuple("a", 9_000L, 9_800L, "captions", 0.6),
        tuple("b", 9_800L, 13_000L, "captions", 0.6));
  }

  @Test
  void whoIsShownAsActiveForEverDoesNotSpeakWhereCaptionsNameOthers() {
    mix().loud(1, "", 1_000, 4_000).loud(1, "", 5_000, 8_000);
    String on = "\"participantId\":\"a\",\"on\":true,\"source\":\"active_speaker\"";
    log.add("speaking_hint", 100, on);
    assertTimeline(
        tuple("a", 1_000L, 4_000L, "active_speaker", 0.8),
        tuple("a", 5_000L, 8_000L, "active_speaker", 0.8));
    caption(1, "a", 2_200, 4_700);
    caption(2, "b", 6_300, 9_400);
    assertTimeline(
        tuple("a", 1_000L, 4_000L, "captions", 0.6), tuple("b", 5_000L, 8_000L, "captions", 0.6));
  }

  private void caption(int id, String speaker, long from, long to) {
    String text =
        "\"id\":\"%d\",\"speakerId\":\"%s\",\"speaker\":\"\",\"text\":\"x\",\"startMs\":%d,\"endMs\":%d";
    log.add("caption", to, text.formatted(id, speaker, from, to));
  }

  @Test
  void theBotItselfIsNobodyAndWhatIsNotLoudIsNoSpeech() {
    mix().add("participant_joined", 0, "\"id\":\"me\",\"name\":\"bot\",\"self\":true");
    log.loud(1, "", 1_000, 2_000);
    log.mark("data_channel", "me", 1_000, 2_000).mark("data_channel", "a", 3_000, 4_000);
    assertTimeline(tuple(null, 1_000L, 2_000L, "rtp_audio_level", 0.0));
  }

  @Test
  void ofTwoTracksWithTheSameMixOneCounts() {
    mix().audio(2, "other").loud(1, "", 1_000, 2_000).loud(2, "", 1_200, 2_200);
    log.mark("data_channel", "a", 1_000, 2_000);
    CapturedMeeting meeting = log.meeting();
    MixTracks chosen =
        MixTracks.choose(
            meeting.tracks().stream()
                .map(
                    t ->
                        new MixTracks.Received(
                            t,
                            new Span(0, 9_000),
                            Speech.loud(meeting.levels().getOrDefault(t.id(), List.of()))))
                .toList());
    assertThat(Timeline.of(meeting, chosen))
        .extracting(Timeline.Segment::span)
        .containsExactly(new Span(1_000, 2_000));
  }

  @Test
  void slotsCutByTheirSourcesAreTheirOwnersAndConfident() {
    log.shape("slots").joined("a", "Ann", 0).audio(1, "csrc:7").audio(2, "csrc:8");
    log.source("csrc:7", "a", "camera").loud(1, "", 1_000, 2_000).loud(2, "", 3_000, 4_000);
    assertTimeline(
        tuple("a", 1_000L, 2_000L, "csrc", 0.95),
        tuple(null, 3_000L, 4_000L, "rtp_audio_level", 0.0));
  }
}
