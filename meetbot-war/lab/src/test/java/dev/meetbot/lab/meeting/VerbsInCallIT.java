package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.measure.AvOffset;
import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.Packet;
import dev.meetbot.lab.measure.PacketLoss;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.measure.Traces;
import dev.meetbot.lab.measure.VideoFigures;
import dev.meetbot.lab.truth.Span;
import dev.meetbot.lab.truth.Voice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** What clients ask of a bot in a real call, and what is in the files then. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Isolated
class VerbsInCallIT {
  /** A guest speaks at 0.3; a twentieth of it is less than one packet of 20 ms would leave. */
  private static final double SILENT = 0.015;

  private MeetingScene scene;

  @BeforeAll
  void open(@TempDir Path dir) {
    scene = MeetingScene.open(dir);
  }

  @AfterAll
  void close() {
    scene.close();
  }

  @Test
  void a_pause_keeps_nothing_and_leaves_all_offsets_true() throws IOException {
    try (Guest ada = scene.host("pause");
        Guest grace = scene.guest(MeetingScene.GRACE, "pause", ada)) {
      String job = scene.send("pause");
      scene.admit(ada, job);
      double before = turns(ada, grace);
      until(ada, before + 7_500);
      scene.jobs.ask(job, "pause-recording");
      scene.await(job, j -> j.getString("recordingState").equals("paused"));
      ada.say("not for the record");
      double inside = turns(ada, grace);
      until(ada, inside + 7_500);
      scene.jobs.ask(job, "resume-recording");
      scene.await(job, j -> j.getString("recordingState").equals("recording"));
      double after = turns(ada, grace);
      until(ada, after + 7_500);
      List<Guest> guests = List.of(ada, grace);
      List<List<Span>> spoken = guests.stream().map(g -> g.speech().spans()).toList();
      List<Path> raw = scene.raw(job, scene.dir.resolve("raw"));
      scene.jobs.ask(job, "leave-call");
      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("completed");
      assertThat(end.getString("endReason")).isEqualTo("leave_requested");

      Recording recording = scene.jobs.download(job, scene.dir.resolve("pause"));
      assertThat(recording.pauses()).hasSize(1);
      Span pause = recording.pauses().get(0);
      print("pause from %.0f to %.0f ms", pause.startMs(), pause.endMs());
      assertThat(pause.lengthMs()).isBetween(7_500.0, 11_000.0);
      for (int i = 0; i < guests.size(); i++) {
        speaker(recording, pause, guests.get(i).voice(), spoken.get(i));
      }
      picture(recording, pause);
      raw(raw, pause);
      assertThat(recording.timeline())
          .as("nobody spoke in the pause")
          .noneMatch(
              s ->
                  s.span().startMs() < pause.endMs() - 50
                      && s.span().endMs() > pause.startMs() + 250);
      assertThat(text(recording, "chat.jsonl")).doesNotContain("not for the record");
    }
  }

  @Test
  void a_message_comes_to_everybody_and_into_the_record() throws IOException {
    try (Guest ada = scene.host("chat")) {
      String job = scene.send("chat");
      scene.admit(ada, job);
      JsonObject message = Json.createObjectBuilder().add("message", "Grüße vom Bot").build();
      JsonObject answer = scene.jobs.ask(job, "send-chat-message", message);
      assertThat(answer.getBoolean("accepted")).isTrue();
      assertThat(answer.getString("verb")).isEqualTo("send-chat-message");
      assertThat(answer.getString("status")).isEqualTo("recording");
      ada.await(
          "the message",
          room -> room.json().getJsonArray("chat").toString().contains("Grüße vom Bot"),
          Duration.ofSeconds(10));
      scene.talk(ada, Duration.ofSeconds(2));
      scene.jobs.ask(job, "leave-call");
      assertThat(scene.awaitEnd(job).getString("status")).isEqualTo("completed");
      Recording recording = scene.jobs.download(job, scene.dir.resolve("chat"));
      assertThat(text(recording, "chat.jsonl"))
          .containsPattern("\"sender\":\\s*\"Notes\"")
          .contains("Grüße vom Bot");
      assertThatThrownBy(() -> scene.jobs.ask(job, "pause-recording"))
          .hasMessageContaining("409")
          .hasMessageContaining("invalid_state")
          .hasMessageContaining("completed");
    }
  }

  @Test
  @Tag("long")
  void a_stopped_recording_ends_there_and_a_job_may_begin_by_hand() {
    try (Guest ada = scene.host("by-hand")) {
      JsonObject recording = Json.createObjectBuilder().add("startOnJoin", false).build();
      String job =
          scene.sendWith("by-hand", Json.createObjectBuilder().add("recording", recording).build());
      ada.awaitWaiting(MeetingScene.BOT, MeetingScene.PATIENCE);
      ada.admit(MeetingScene.BOT);
      scene.await(job, "in_call");
      scene.talk(ada, Duration.ofSeconds(2));
      scene.jobs.ask(job, "resume-recording");
      scene.await(job, "recording");
      scene.talk(ada, Duration.ofSeconds(3));
      scene.jobs.ask(job, "stop-recording");
      scene.await(job, j -> j.getString("recordingState").equals("stopped"));
      scene.talk(ada, Duration.ofSeconds(3));
      assertThat(scene.jobs.get(job).getString("status")).isEqualTo("in_call");
      ada.endForAll();
      assertThat(scene.awaitEnd(job).getString("status")).isEqualTo("completed");
      Recording kept = scene.jobs.download(job, scene.dir.resolve("by-hand"));
      assertThat(kept.window().lengthMs()).isBetween(3_500.0, 7_000.0);
      assertThat(kept.pauses()).isEmpty();
      RecordedFile audio = kept.file("audio", "Ada").orElseThrow();
      assertThat(ToneEnvelope.of(Sound.of(audio.path()), MeetingScene.ADA.hz()).spans())
          .as("Ada spoke once in it")
          .hasSize(1);
    }
  }

  /** Both speak twice in 7 s from now on. */
  private static double turns(Guest ada, Guest grace) {
    double t = System.currentTimeMillis() + 500.0;
    ada.speak(List.of(new Span(t, t + 2_000), new Span(t + 4_000, t + 6_000)));
    grace.speak(List.of(new Span(t + 1_000, t + 3_000), new Span(t + 5_000, t + 7_000)));
    return t;
  }

  private static void speaker(Recording recording, Span pause, Voice voice, List<Span> spoken) {
    RecordedFile file = recording.file("audio", voice.name()).orElseThrow();
    double zero = recording.startedAtMs() + file.offsetMs();
    Span hole = pause.shift(-file.offsetMs());
    List<Double> truth =
        Span.shift(spoken, -zero).stream()
            .map(Span::startMs)
            .filter(ms -> !hole.contains(ms))
            .toList();
    ToneEnvelope tone = ToneEnvelope.of(Sound.of(file.path()), voice.hz());
    Onsets onsets = Onsets.pair(truth, tone.onsets());
    List<Packet> packets = Packet.of(file.path(), "a");
    PacketLoss loss = PacketLoss.of(packets, List.of(hole));
    double left = tone.peak(List.of(new Span(hole.startMs() + 30, hole.endMs() - 30)));
    print(
        "%s: %d of %d starts, median error %.0f ms, worst %.0f ms, %d packets, %d lost, tone in the pause %.5f",
        voice.name(),
        onsets.errorsMs().size(),
        truth.size(),
        onsets.medianMs(),
        onsets.worstMs(),
        loss.packets(),
        loss.lost(),
        left);
    assertThat(truth).hasSize(4);
    assertThat(onsets.errorsMs()).hasSize(4);
    assertThat(tone.onsets()).as("starts in %s", file.name()).hasSize(4);
    assertThat(Math.abs(onsets.worstMs())).isLessThan(150);
    assertThat(left).isLessThan(SILENT);
    assertThat(loss.lost()).isZero();
    assertThat(inside(packets, hole)).as("packets in the pause").isZero();
    RecordedFile video = recording.file("participant_video", voice.name()).orElseThrow();
    Span videoHole = pause.shift(-video.offsetMs());
    assertThat(inside(Packet.of(video.path(), "v"), videoHole)).as("pictures in it").isZero();
    assertThat(VideoFigures.decodeErrors(video.path())).isZero();
  }

  private static void picture(Recording recording, Span pause) {
    RecordedFile composed = recording.files("video").get(0);
    AvOffset offset = AvOffset.of(composed.path(), List.of(MeetingScene.ADA, MeetingScene.GRACE));
    Span hole = pause.shift(-composed.offsetMs());
    Span inner = new Span(hole.startMs() + 300, hole.endMs() - 100);
    for (Voice voice : List.of(MeetingScene.ADA, MeetingScene.GRACE)) {
      Traces traces = Traces.of(composed.path(), voice, List.of(inner), List.of());
      print(
          "video.webm: %s in the pause: tone %.5f, bright pictures %d",
          voice.name(), traces.tone(), traces.brightFrames());
      assertThat(traces.tone()).isLessThan(SILENT);
      assertThat(traces.brightFrames()).isZero();
    }
    print("video.webm: A/V offset %.0f ms over %d starts", offset.medianMs(), offset.pairs());
    assertThat(offset.pairs()).isGreaterThanOrEqualTo(6);
    assertThat(Math.abs(offset.medianMs())).isLessThan(80);
  }

  /** Block times of raw tracks count from the recording's zero. */
  private static void raw(List<Path> files, Span pause) {
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    for (Path file : files) {
      for (String type : List.of("a", "v")) {
        int inside = inside(Packet.of(file, type), pause);
        assertThat(inside).as("packets of %s in the pause", file.getFileName()).isZero();
      }
    }
    print("raw: no packet of %d tracks in the pause", files.size());
  }

  private static int inside(List<Packet> packets, Span hole) {
    return (int)
        packets.stream()
            .filter(p -> p.atMs() > hole.startMs() + 2 && p.atMs() < hole.endMs() - 2)
            .count();
  }

  private static void until(Guest guest, double epochMs) {
    guest.await("the time", room -> System.currentTimeMillis() >= epochMs, Duration.ofSeconds(60));
  }

  private static String text(Recording recording, String name) throws IOException {
    return Files.readString(recording.dir().resolve(name));
  }

  private static void print(String format, Object... values) {
    System.err.println("verbs: " + String.format(Locale.ROOT, format, values));
  }
}
