package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.finalizing.CapturedMeeting.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFoldTest {
  private final LogLines log = new LogLines();

  @Test
  void nothingReadIsNoMeeting() {
    assertThat(new LogFold().build()).isEmpty();
  }

  @Test
  void aLaterAttemptIsShiftedAndTheTimeBetweenIsAGap() {
    log.joined("a", "Ann", 500).audio(1, "s").source("s", "a", "camera");
    log.add("caption", 4_000, "\"id\":\"1\",\"startMs\":1,\"endMs\":2,\"text\":\"one\"");
    log.attempt(2, 60_000).joined("a", "Ann", 100).audio(1, "s");
    log.add("caption", 900, "\"id\":\"1\",\"startMs\":10,\"endMs\":20,\"text\":\"two\"");
    log.add("capture_stopped", 1_000, "\"reason\":\"left\"");
    CapturedMeeting meeting = log.meeting();
    assertThat(meeting.durationMs()).isEqualTo(61_000);
    assertThat(meeting.stopReason()).isEqualTo("left");
    assertThat(meeting.gaps())
        .containsExactly(new Gap(new Span(4_000, 60_000), null, "worker_lost"));
    assertThat(meeting.tracks()).extracting(CapturedTrack::offsetMs).containsExactly(0L, 60_000L);
    assertThat(meeting.tracks().get(1).key().path()).isEqualTo("capture/2/t1.mkv");
    // The stream of the second attempt is another one, though it has the same name.
    assertThat(meeting.tracks().get(1).owner()).isNull();
    assertThat(meeting.captions()).extracting(c -> c.startMs()).containsExactly(1L, 60_010L);
    assertThat(meeting.people())
        .containsExactly(
            new Person(
                "a",
                "Ann",
                false,
                false,
                false,
                List.of(new Span(500, 4_000), new Span(60_100, 61_000)),
                null));
  }

  @Test
  void aLabelTellsTracksApartWhoseStreamsAreNamedAlike() {
    log.labelled(1, "s", "track:7/1").labelled(2, "s", "track:7/2").labelled(3, "s", "track:7/3");
    log.source("track:7/2", "b", "camera").source("track:7/1", "a", "screen");
    log.source("s", "c", "camera");
    assertThat(log.meeting().tracks())
        .extracting(CapturedTrack::owner)
        .containsExactly(
            new CapturedTrack.Owner("a", true),
            new CapturedTrack.Owner("b", false),
            new CapturedTrack.Owner("c", false));
  }

  @Test
  void peopleComeGoAndComeBack() {
    log.joined("a", "Ann", 0).joined("b", "Bob", 1_000);
    log.add("participant_left", 2_000, "\"id\":\"b\"").joined("b", "Bob", 5_000);
    log.add("participant_changed", 5_500, "\"id\":\"b\",\"name\":\"Robert\",\"host\":true");
    log.add("participant_left", 6_000, "\"id\":\"b\"").add("capture_stopped", 9_000, "");
    Person bob = log.meeting().person("b").orElseThrow();
    assertThat(bob.name()).isEqualTo("Robert");
    assertThat(bob.host()).isTrue();
    assertThat(bob.presence()).containsExactly(new Span(1_000, 2_000), new Span(5_000, 6_000));
    assertThat(bob.leftAtMs()).isEqualTo(6_000);
    assertThat(log.meeting().person("a").orElseThrow().leftAtMs()).isNull();
  }

  @Test
  void aLaterCaptionOfOneIdReplacesTheEarlier() {
    log.add("caption", 10, "\"id\":\"1\",\"startMs\":0,\"endMs\":5,\"text\":\"hel\"");
    log.add("caption", 20, "\"id\":\"1\",\"startMs\":0,\"endMs\":9,\"text\":\"hello\"");
    assertThat(log.meeting().captions()).extracting(c -> c.text()).containsExactly("hello");
  }

  @Test
  void aPauseLastsToTheEndWhenNobodyResumes() {
    log.add("pause", 100, "").add("pause", 200, "").add("capture_stopped", 900, "");
    assertThat(log.meeting().pauses()).containsExactly(new Span(100, 900));
  }

  @Test
  void linesThatLackWhatTheyNeedAreCountedAndUnknownOnesAreNot() {
    log.add("track", 5, "\"kind\":\"audio\"").add("levels", 5, "").add("from_the_future", 6, "");
    assertThat(log.meeting().damagedLines()).isEqualTo(2);
    assertThat(log.meeting().tracks()).isEmpty();
  }
}
