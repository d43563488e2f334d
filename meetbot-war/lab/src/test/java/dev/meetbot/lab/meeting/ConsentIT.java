package dev.meetbot.lab.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.lab.guest.Guest;
import dev.meetbot.lab.guest.RoomView;
import dev.meetbot.lab.measure.Onsets;
import dev.meetbot.lab.measure.Packet;
import dev.meetbot.lab.measure.RecordedFile;
import dev.meetbot.lab.measure.Recording;
import dev.meetbot.lab.measure.Sound;
import dev.meetbot.lab.measure.ToneEnvelope;
import dev.meetbot.lab.measure.Traces;
import dev.meetbot.lab.truth.Span;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * A recording that needs the host's yes: withheld for 10 s, given, taken back, given again. Ada
 * speaks only while it is withheld, up to its last and from its very first moment; Grace only while
 * it is given. So a single packet or picture of Ada's voice in any file is one too many.
 */
@Timeout(400)
@Isolated
class ConsentIT {
  /** A guest speaks at 0.3; a twentieth of it is less than one packet of 20 ms would leave. */
  private static final double SILENT = 0.015;

  @Test
  void not_a_frame_from_outside_of_the_granted_spans_is_in_any_file(@TempDir Path dir) {
    record("composed", dir);
  }

  @Test
  @Tag("long")
  void nor_in_the_tabs_own_video(@TempDir Path dir) {
    record("tab", dir);
  }

  private static void record(String video, Path dir) {
    try (MeetingScene scene = MeetingScene.open(dir);
        Guest ada = scene.host("consent");
        Guest grace = scene.guest(MeetingScene.GRACE, "consent", ada)) {
      String job = scene.sendWith("consent", consent(video));
      ada.awaitWaiting(MeetingScene.BOT, MeetingScene.PATIENCE);
      ada.admit(MeetingScene.BOT);
      scene.await(job, "in_call");
      double talk = System.currentTimeMillis() + 300.0;
      ada.speak(List.of(new Span(talk, talk + 10_000)));
      until(ada, talk + 10_150);
      assertThat(scene.jobs.get(job).getString("status")).isEqualTo("in_call");

      double firstYes = System.currentTimeMillis();
      ada.allowRecording();
      scene.await(job, "recording");
      say(grace);

      ada.withdrawRecording();
      ada.await("the yes taken back", room -> !granted(room), Duration.ofSeconds(10));
      double no = System.currentTimeMillis();
      ada.speak(List.of(new Span(no, no + 6_000)));
      scene.await(job, j -> j.getString("recordingState").equals("paused"));
      until(ada, no + 6_150);
      List<Path> raw = new ArrayList<>(scene.raw(job, dir.resolve("raw-withdrawn")));

      double secondYes = System.currentTimeMillis();
      ada.allowRecordingAgain();
      scene.await(job, j -> j.getString("recordingState").equals("recording"));
      say(grace);
      List<Double> graceStarts = grace.speech().spans().stream().map(Span::startMs).toList();
      assertThat(ada.speech().spans()).as("Ada spoke").hasSize(2);
      raw.addAll(scene.raw(job, dir.resolve("raw-end")));
      ada.endForAll();

      JsonObject end = scene.awaitEnd(job);
      assertThat(end.getString("status")).isEqualTo("completed");
      Recording recording = scene.jobs.download(job, dir.resolve("files"));
      assertThat(recording.startedAtMs()).isGreaterThan(firstYes);
      assertThat(recording.pauses()).hasSize(1);
      Span pause = recording.pauses().get(0).shift(recording.startedAtMs());
      assertThat(pause.startMs()).as("paused from before the withdrawal on").isLessThan(no);
      assertThat(pause.endMs()).as("paused until after the second yes").isGreaterThan(secondYes);
      assertThat(answers(recording))
          .containsExactly("true granted Ada", "false withdrawn Ada", "true granted Ada");
      noTraceOfAda(recording, raw);
      grace(recording, graceStarts);
    }
  }

  private static void noTraceOfAda(Recording recording, List<Path> raw) {
    List<Path> files = new ArrayList<>();
    recording.files().stream()
        .filter(f -> f.name().matches(".*\\.(webm|mkv)"))
        .map(RecordedFile::path)
        .forEach(files::add);
    int finished = files.size();
    files.addAll(raw);
    assertThat(finished).as("finished media files").isGreaterThanOrEqualTo(5);
    assertThat(files.size() - finished).as("raw media files").isGreaterThanOrEqualTo(7);
    for (Path file : files) {
      Traces traces = Traces.of(file, MeetingScene.ADA, Traces.ALL, List.of(MeetingScene.GRACE));
      print(
          "%-34s Ada's tone %.5f (at %.0f ms), bright pictures %d",
          file.getParent().getFileName().resolve(file.getFileName()),
          traces.tone(),
          traces.atMs(),
          traces.brightFrames());
      assertThat(traces.tone()).as("Ada's tone in %s", file).isLessThan(SILENT);
      assertThat(traces.brightFrames()).as("Ada's bright pictures in %s", file).isZero();
    }
    Span pause = recording.pauses().get(0);
    for (String kind : List.of("audio", "participant_video")) {
      for (RecordedFile file : recording.files(kind)) {
        List<Double> inside =
            Packet.of(file.path(), kind.equals("audio") ? "a" : "v").stream()
                .map(packet -> packet.atMs() + file.offsetMs())
                .filter(ms -> ms > pause.startMs() + 1 && ms < pause.endMs() - 1)
                .toList();
        print("%-22s packets in the pause %d", file.name(), inside.size());
        assertThat(inside).as("packets of %s in the pause", file.name()).isEmpty();
      }
    }
  }

  private static void grace(Recording recording, List<Double> starts) {
    RecordedFile file = recording.file("audio", "Grace").orElseThrow();
    double zero = recording.startedAtMs() + file.offsetMs();
    List<Double> found = ToneEnvelope.of(Sound.of(file.path()), MeetingScene.GRACE.hz()).onsets();
    Onsets onsets = Onsets.pair(starts.stream().map(ms -> ms - zero).toList(), found);
    print(
        "Grace: %d of %d starts, worst error %.0f ms",
        onsets.errorsMs().size(), starts.size(), onsets.worstMs());
    assertThat(starts).hasSize(2);
    assertThat(onsets.errorsMs()).hasSize(2);
    assertThat(found).hasSize(2);
    assertThat(Math.abs(onsets.worstMs())).isLessThan(150);
  }

  private static void say(Guest guest) {
    double start = System.currentTimeMillis() + 700.0;
    guest.speak(List.of(new Span(start, start + 4_000)));
    until(guest, start + 4_700);
  }

  private static void until(Guest guest, double epochMs) {
    guest.await("the time", room -> System.currentTimeMillis() >= epochMs, Duration.ofSeconds(60));
  }

  private static boolean granted(RoomView room) {
    return room.json().getJsonObject("recordingPermission").getBoolean("granted");
  }

  private static List<String> answers(Recording recording) {
    JsonObject consent = recording.manifest().getJsonObject("consent");
    assertThat(consent.getBoolean("required")).isTrue();
    return consent.getJsonArray("answers").getValuesAs(JsonObject.class).stream()
        .map(
            a ->
                a.getBoolean("granted")
                    + " "
                    + a.getString("reason")
                    + " "
                    + a.getString("respondent"))
        .toList();
  }

  private static JsonObject consent(String video) {
    return Json.createObjectBuilder()
        .add("recording", Json.createObjectBuilder().add("video", video))
        .add(
            "consent",
            Json.createObjectBuilder()
                .add("required", true)
                .add("prompt", "May we keep this lesson?")
                .add("timeoutSeconds", 60))
        .build();
  }

  private static void print(String format, Object... values) {
    System.err.println("consent: " + String.format(Locale.ROOT, format, values));
  }
}
