package dev.meetbot.engine.internal.finalizing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptRecordingTest {
  private static final String MANIFEST =
      """
      {"version":1,"recording":{"durationMs":9000},"files":[
       {"name":"video.ann.webm","kind":"participant_video","durationMs":4000,"startOffsetMs":500,"speakerId":"a"},
       {"name":"screen.ann.webm","kind":"screen_video","durationMs":1000,"startOffsetMs":700,"speakerId":"a"},
       {"name":"video.webm","kind":"video","durationMs":9000,"startOffsetMs":0},
       {"name":"audio.mixed.webm","kind":"mixed_audio","durationMs":9000,"startOffsetMs":0},
       {"name":"chat.jsonl","kind":"chat"}],"warnings":[]}""";

  private static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  @Test
  void theSourcesAreCamerasAndScreensAndNotWhatWasComposed() throws Exception {
    KeptRecording kept = KeptRecording.of(json(MANIFEST));
    assertThat(kept.durationMs()).isEqualTo(9_000);
    assertThat(kept.videos())
        .extracting(KeptRecording.Kept::name)
        .containsExactly("video.ann.webm", "screen.ann.webm");
    assertThat(kept.videos().get(0).span()).isEqualTo(new Span(500, 4_500));
    assertThat(kept.mix().orElseThrow().name()).isEqualTo("audio.mixed.webm");
  }

  @Test
  void nothingRecordedIsNoVideo() throws Exception {
    KeptRecording kept = KeptRecording.of(json("{\"recording\":null,\"files\":[]}"));
    assertThat(kept.durationMs()).isZero();
    assertThat(kept.videos()).isEmpty();
  }

  @Test
  void whatIsNoManifestIsToldSo() {
    assertThatIOException().isThrownBy(() -> KeptRecording.of(json("{\"files\":3}")));
  }

  @Test
  void aBotThatSentNothingIsOurs() throws Exception {
    List<Person> people =
        KeptRecording.of(json(MANIFEST))
            .people(
                json(
                    """
                    {"participants":[
                     {"id":"me","name":"Notes","host":false,"bot":true,"leftAtMs":null,"presence":[]},
                     {"id":"a","name":"Ann","host":true,"bot":true,"leftAtMs":8000,"presence":[{"startMs":0,"endMs":8000}]}]}"""));
    assertThat(people).extracting(Person::self).containsExactly(true, false);
    assertThat(people.get(1).presence()).containsExactly(new Span(0, 8_000));
    assertThat(people.get(1).leftAtMs()).isEqualTo(8_000L);
  }

  @Test
  void whoWasNotSeenComingWasThereWhileTheySent() throws Exception {
    List<Person> people =
        KeptRecording.of(json(MANIFEST))
            .people(json("{\"participants\":[{\"id\":\"a\",\"name\":\"Ann\",\"presence\":[]}]}"));
    assertThat(people.get(0).presence()).contains(new Span(500, 4_500));
  }

  @Test
  void aTimelineIsReadAsItWasWritten() {
    List<Timeline.Segment> segments =
        List.of(
            new Timeline.Segment(
                "a", "Ann", new Span(100, 900), Evidence.OWN_TRACK.wireName(), 0.98),
            new Timeline.Segment(
                null, "unknown", new Span(300, 600), Evidence.OWN_TRACK.wireName(), 0));
    assertThat(KeptRecording.timeline(json(TextFiles.timeline(segments)))).isEqualTo(segments);
  }

  @Test
  void aLongBreakMeansThatTheCameraWasOff() {
    List<Long> times = List.of(0L, 66L, 1_000L, 6_000L, 6_066L);
    assertThat(KeptVideos.active(times, new Span(2_000, 9_000), false))
        .containsExactly(new Span(2_000, 3_100), new Span(8_000, 8_166));
    assertThat(KeptVideos.active(times, new Span(2_000, 9_000), true))
        .containsExactly(new Span(2_000, 8_166));
  }

  @Test
  void aFileReplacesTheOneOfItsNameAndAllElseStays() {
    JsonObject before = json(MANIFEST);
    ManifestFile file =
        new ManifestFile(
            "video.webm",
            "composition",
            "video/webm",
            7,
            "00",
            new ManifestFile.About(new Span(0, 9_000), null, null, null, false));
    JsonObject after = json(ManifestEdit.with(before, file));
    assertThat(after.getJsonArray("files")).hasSize(5);
    assertThat(after.getJsonArray("files").getJsonObject(4).getInt("bytes")).isEqualTo(7);
    assertThat(after.getJsonObject("recording")).isEqualTo(before.getJsonObject("recording"));
    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
  }
}
