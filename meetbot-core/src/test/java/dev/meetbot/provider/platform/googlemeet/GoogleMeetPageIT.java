package dev.meetbot.provider.platform.googlemeet;

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

/** Meet's data and script in a real browser, against a page that writes Meet's messages itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoogleMeetPageIT {
  private static final String DEVICE = "spaces/s/devices/";

  private final PageStage stage =
      new PageStage(GoogleMeetPageIT.class, new GoogleMeetPlatform(PlatformFiles.bundled()));

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

  @Test
  void asks_with_the_devices_off_and_takes_the_lobby_for_no_call() {
    MeetingPage page = stage.open("/");
    page.requestToJoin("Notes of Ada");
    assertThat(stage.evaluate("() => clicks.join(', ')"))
        .isEqualTo("\"mic, cam, ask Notes of Ada\"");
    assertThat(stage.until(page, MeetingState.WAITING_ROOM)).doesNotContain(MeetingState.IN_CALL);
    assertThat(page.snapshot(PageStage.LONG).words()).startsWith("Asking to be let in");
    stage.evaluate("() => { call([['own', 'bot', true], ['a', 'Ada']]); consent(); }");
    stage.until(page, MeetingState.IN_CALL);
    assertThat(stage.evaluate("() => clicks.at(-1)")).isEqualTo("\"consent\"");
    assertThat(page.snapshot(PageStage.LONG).participants())
        .extracting(p -> p.id() + " " + p.name() + " " + p.self())
        .contains(DEVICE + "a Ada false")
        .anyMatch(person -> person.startsWith(DEVICE + "own") && person.endsWith("true"));
  }

  @Test
  void the_page_has_no_encoded_streams() {
    stage.open("/call");
    assertThat(stage.evaluate("() => 'createEncodedStreams' in RTCRtpReceiver.prototype"))
        .isEqualTo("false");
  }

  @Test
  void the_roster_knows_who_came_was_renamed_and_left() {
    MeetingPage page = inCall();
    stage.evaluate(
        "() => roster([{id: 'own', name: 'bot', own: true}, {id: 'a', name: 'Ada', host: true},"
            + " {id: 'g', name: 'Grace'}, {id: 'x', name: 'Gone', status: 6}])");
    MeetingSnapshot first = when(page, seen -> names(seen).equals(List.of("bot", "Ada", "Grace")));
    assertThat(first.participants())
        .extracting(p -> p.id() + " " + p.self() + " " + p.host())
        .containsExactly(
            DEVICE + "own true false", DEVICE + "a false true", DEVICE + "g false false");
    stage.evaluate("() => news({id: 'g', name: 'Grace Hopper'})");
    when(page, seen -> names(seen).equals(List.of("bot", "Ada", "Grace Hopper")));
    stage.evaluate("() => news({id: 'n', name: 'Niklaus'}).then(() => news({id: 'a', status: 6}))");
    when(page, seen -> names(seen).equals(List.of("bot", "Grace Hopper", "Niklaus")));
    stage.evaluate("() => news({id: 'g', name: ''})");
    stage.evaluate("() => roster([{id: 'own', name: 'bot'}, {id: 'g'}])");
    MeetingSnapshot last = when(page, seen -> names(seen).equals(List.of("bot", "Grace Hopper")));
    assertThat(last.participants().get(0).self()).isTrue();
  }

  @Test
  void who_leaves_a_small_meeting_is_missed_before_the_next_roster() {
    MeetingPage page = inCall();
    stage.evaluate(
        "() => roster([{id: 'own', name: 'bot', own: true}, {id: 'a', name: 'Ada'},"
            + " {id: 'g', name: 'Grace'}])");
    when(page, seen -> seen.participants().size() == 3 && names(seen).contains("Grace"));
    stage.evaluate("() => document.querySelector('[data-participant-id$=\"/g\"]').remove()");
    when(page, seen -> names(seen).equals(List.of("bot", "Ada")));
  }

  @Test
  void garbage_changes_nothing_and_stops_nothing() {
    MeetingPage page = inCall();
    stage.evaluate("() => garbage().then(() => news({id: 'a', name: 'Ada'}))");
    MeetingSnapshot seen = when(page, s -> s.participants().size() == 1);
    assertThat(names(seen)).containsExactly("Ada");
  }

  @Test
  void sources_chat_and_captions_name_their_person() {
    MeetingPage page = inCall();
    stage.evaluate(
        "() => roster([{id: 'a', name: 'Ada'}, {id: 's', name: 'Ada', parent: 'a'}])"
            + ".then(() => output('a', '4711', 1)).then(() => output('a', '88', 2))"
            + ".then(() => output('s', 'screen1', 2)).then(() => says('a', 'm1', 'Hallo'))"
            + ".then(() => caption('a', 5, 'Good')).then(() => caption('a', 5, 'Good morning'))");
    MeetingSnapshot seen = when(page, s -> !s.captions().isEmpty() && !s.chat().isEmpty());
    assertThat(seen.sources())
        .containsExactlyInAnyOrder(
            new MediaSource("csrc:4711", DEVICE + "a", MediaSource.Kind.CAMERA),
            new MediaSource("csrc:88", DEVICE + "a", MediaSource.Kind.CAMERA),
            new MediaSource("88", DEVICE + "a", MediaSource.Kind.CAMERA),
            new MediaSource("screen1", DEVICE + "a", MediaSource.Kind.SCREEN));
    assertThat(names(seen)).containsExactly("Ada");
    assertThat(seen.chat())
        .singleElement()
        .matches(line -> line.sender().equals("Ada") && line.text().equals("Hallo"));
    when(page, s -> s.captions().get(0).text().equals("Good morning"));
    assertThat(page.snapshot(PageStage.LONG).captions())
        .singleElement()
        .matches(caption -> caption.speaker().equals("Ada"));
  }

  @Test
  void a_source_that_changes_hands_is_the_last_ones() {
    MeetingPage page = inCall();
    stage.evaluate(
        "() => output('a', '4711', 1).then(() => output('g', '4711', 1))"
            + ".then(() => output('a', '4712', 1))");
    MeetingSnapshot seen = when(page, s -> s.sources().size() == 2);
    assertThat(seen.sources())
        .containsExactlyInAnyOrder(
            new MediaSource("csrc:4711", DEVICE + "g", MediaSource.Kind.CAMERA),
            new MediaSource("csrc:4712", DEVICE + "a", MediaSource.Kind.CAMERA));
  }

  @Test
  void a_lit_tile_is_marked_at_its_time() {
    MeetingPage page = inCall();
    long at = Long.parseLong(stage.evaluate("() => { light('a', true); return Date.now(); }"));
    stage.evaluate(
        "() => new Promise(done => setTimeout(done, 300)).then(() => light('a', false))");
    MeetingSnapshot seen = when(page, s -> s.marks().size() == 2);
    SpeakerMark on = seen.marks().get(0);
    assertThat(on.participantId()).isEqualTo(DEVICE + "a");
    assertThat(on.source()).isEqualTo(SpeakerMark.Source.HIGHLIGHT);
    assertThat(on.at().toEpochMilli() - at).isBetween(-5L, 150L);
    assertThat(seen.marks()).extracting(SpeakerMark::on).containsExactly(true, false);
  }
}
