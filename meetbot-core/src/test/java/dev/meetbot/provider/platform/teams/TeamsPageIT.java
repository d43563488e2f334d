package dev.meetbot.provider.platform.teams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.provider.platform.PageStage;
import dev.meetbot.provider.platform.web.PlatformFiles;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import dev.meetbot.spi.meeting.MeetingState;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Teams' data and script in a real browser, against a page that writes Teams' frames itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TeamsPageIT {
  private static final String TWO =
      "[{id: '8:a', name: 'Ada', role: 'organizer', audio: 414, video: 415},"
          + " {id: '8:g', name: 'Grace', audio: 500}, {id: '28:x'}]";

  private final PageStage stage =
      new PageStage(TeamsPageIT.class, new TeamsPlatform(PlatformFiles.bundled()));

  @BeforeEach
  void launch() {
    stage.launch();
  }

  @AfterEach
  void end() {
    stage.end();
  }

  @AfterAll
  void close() {
    stage.close();
  }

  private MeetingPage inCall() {
    MeetingPage page = stage.open("/call");
    page.requestToJoin("bot");
    stage.until(page, MeetingState.IN_CALL);
    return page;
  }

  private static List<String> names(MeetingSnapshot seen) {
    return seen.participants().stream().map(Participant::name).toList();
  }

  private MeetingSnapshot when(MeetingPage page, Predicate<MeetingSnapshot> wanted) {
    return stage.when(page, wanted);
  }

  private MeetingPage withTwo() {
    MeetingPage page = inCall();
    stage.evaluate("() => roster(" + TWO + ")");
    when(page, seen -> names(seen).equals(List.of("Ada", "Grace")) && !seen.sources().isEmpty());
    return page;
  }

  @Test
  void goes_on_in_the_browser_past_the_question_for_devices_to_the_lobby() {
    MeetingPage page = stage.open("/launcher");
    page.requestToJoin("Notes");
    assertThat(stage.evaluate("() => clicks.join(', ')"))
        .isEqualTo("\"browser, without, toggle-mute, join Notes\"");
    assertThat(stage.until(page, MeetingState.WAITING_ROOM)).doesNotContain(MeetingState.IN_CALL);
    stage.evaluate("() => call(['Ada'])");
    stage.until(page, MeetingState.IN_CALL);
    stage.evaluate(
        "() => roster([{id: '8:a', name: 'Notes'}, {id: '8:b', name: 'Ada'},"
            + " {id: '8:c', name: 'Notes'}])");
    MeetingSnapshot seen = when(page, s -> s.participants().size() == 3);
    assertThat(seen.participants())
        .extracting(Participant::self)
        .containsExactly(false, false, true);
  }

  @Test
  void the_roster_knows_who_came_was_renamed_and_left() {
    MeetingPage page = withTwo();
    MeetingSnapshot first = page.snapshot(PageStage.LONG);
    assertThat(first.participants())
        .extracting(p -> p.id() + " " + p.host())
        .containsExactly("8:a true", "8:g false");
    assertThat(first.sources())
        .containsExactlyInAnyOrder(
            new MediaSource("csrc:414", "8:a", MediaSource.Kind.CAMERA),
            new MediaSource("csrc:500", "8:g", MediaSource.Kind.CAMERA));
    stage.evaluate("() => roster([{id: '8:g', name: 'Grace Hopper'}])");
    when(page, seen -> names(seen).equals(List.of("Ada", "Grace Hopper")));
    stage.evaluate("() => roster([{id: '8:a', state: 'inactive'}])");
    MeetingSnapshot last = when(page, seen -> names(seen).equals(List.of("Grace Hopper")));
    assertThat(last.sources()).extracting(MediaSource::streamId).containsExactly("csrc:500");
  }

  @Test
  void who_comes_late_reads_the_roster_from_the_answer() {
    MeetingPage page = inCall();
    stage.evaluate("() => snapshot(" + TWO + ")");
    when(page, seen -> names(seen).equals(List.of("Ada", "Grace")) && !seen.sources().isEmpty());
  }

  @Test
  void garbage_changes_nothing_and_stops_nothing() {
    MeetingPage page = inCall();
    stage.evaluate("() => garbage().then(() => roster(" + TWO + "))");
    when(page, seen -> names(seen).equals(List.of("Ada", "Grace")) && !seen.sources().isEmpty());
    stage.evaluate("() => dominant([500])");
    when(page, seen -> !seen.marks().isEmpty());
  }

  @Test
  void the_dominant_speaker_is_marked_and_captions_name_theirs() {
    MeetingPage page = withTwo();
    stage.evaluate(
        "() => dominant([414, 500]).then(() => dominant([500, 414]))"
            + ".then(() => caption('8:g', 'Good', false))"
            + ".then(() => caption('8:g', 'Good morning', true))"
            + ".then(() => caption('8:g', 'Well', false))");
    MeetingSnapshot seen = when(page, s -> s.captions().size() == 2);
    assertThat(seen.marks())
        .extracting(mark -> mark.participantId() + " " + mark.on() + " " + mark.source())
        .containsExactly(
            "8:a true ACTIVE_SPEAKER", "8:a false ACTIVE_SPEAKER", "8:g true ACTIVE_SPEAKER");
    assertThat(seen.captions())
        .extracting(caption -> caption.speaker() + ": " + caption.text())
        .containsExactly("Grace: Good morning", "Grace: Well");
    assertThat(seen.captions().get(0).endAt()).isAfter(seen.captions().get(0).startAt());
  }

  @Test
  void an_outline_is_a_mark_for_the_only_one_of_that_name() {
    MeetingPage page = withTwo();
    stage.evaluate("() => light('Grace', true)");
    MeetingSnapshot seen = when(page, s -> s.marks().size() == 1);
    assertThat(seen.marks().get(0).participantId()).isEqualTo("8:g");
    assertThat(seen.marks().get(0).source()).isEqualTo(SpeakerMark.Source.HIGHLIGHT);
    stage.evaluate("() => roster([{id: '8:h', name: 'Grace'}])");
    MeetingSnapshot after = when(page, s -> s.marks().size() == 2);
    assertThat(after.marks().get(1).on()).isFalse();
  }

  @Test
  void the_end_of_the_conversation_says_why() {
    MeetingPage page = stage.open("/");
    page.requestToJoin("bot");
    stage.until(page, MeetingState.WAITING_ROOM);
    stage.evaluate("() => over(5854)");
    stage.until(page, MeetingState.DENIED);
    MeetingPage second = withTwo();
    stage.evaluate("() => over(5300)");
    stage.until(second, MeetingState.REMOVED);
    MeetingPage third = stage.open("/");
    third.requestToJoin("bot");
    stage.evaluate("() => over(5723)");
    stage.until(third, MeetingState.SIGN_IN_REQUIRED);
  }

  @Test
  void a_lobby_that_was_lost_is_the_door_again() {
    MeetingPage page = stage.open("/");
    page.requestToJoin("bot");
    stage.until(page, MeetingState.WAITING_ROOM);
    stage.evaluate("() => dropped()");
    assertThat(stage.until(page, MeetingState.PREJOIN)).doesNotContain(MeetingState.DENIED);
  }
}
