package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingSnapshot.SpeakerMark;
import dev.meetbot.spi.meeting.MeetingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkLogTest {
  private static final long ZERO = 1_795_000_000_000L;

  @TempDir Path dir;
  private Capture capture;

  @BeforeEach
  void create() {
    capture =
        new Capture(
            CapturePlan.of(RecordingSpec.DEFAULTS, false),
            new FolderStore(dir),
            new ArtifactKey("c"),
            new CaptureStats(),
            fault -> {});
    capture.start(ZERO);
  }

  @Test
  void marksAreLoggedOnceAtTheirOwnTimeAndHighlightsAreNotLookedAt() throws Exception {
    observe(1_000, mark(1, "a", 400, true));
    observe(2_000, mark(1, "a", 400, true), mark(2, "a", 1_700, false), mark(3, "b", 1_710, true));
    capture.stop("left", ZERO + 3_000);
    assertThat(hints())
        .containsExactly(hint(400, "a", true), hint(1_700, "a", false), hint(1_710, "b", true));
  }

  @Test
  void nothingOfAPauseIsLogged() throws Exception {
    observe(1_000, mark(1, "a", 400, true));
    capture.pause(ZERO + 2_000, "paused");
    observe(2_100, mark(1, "a", 400, true));
    observe(3_000, mark(2, "b", 2_500, true));
    capture.resume(ZERO + 4_000);
    observe(4_200, mark(3, "a", 4_100, false));
    capture.stop("left", ZERO + 5_000);
    assertThat(hints())
        .containsExactly(hint(400, "a", true), hint(2_100, "a", false), hint(4_200, "b", true));
  }

  @Test
  void aPageThatWasLoadedAnewCountsFromTheBeginning() throws Exception {
    observe(1_000, mark(7, "a", 400, true));
    observe(2_000, mark(1, "b", 1_500, true));
    capture.stop("left", ZERO + 3_000);
    assertThat(hints())
        .containsExactly(hint(400, "a", true), hint(2_000, "a", false), hint(1_500, "b", true));
  }

  @Test
  void whoLeavesSpeaksNoLonger() throws Exception {
    observe(1_000, mark(1, "a", 400, true));
    capture.observe(MeetingSnapshot.of(MeetingState.IN_CALL), ZERO + 2_000);
    capture.stop("left", ZERO + 3_000);
    assertThat(hints()).containsExactly(hint(400, "a", true), hint(2_000, "a", false));
  }

  private static SpeakerMark mark(long number, String id, long ms, boolean on) {
    return new SpeakerMark(
        number, id, Instant.ofEpochMilli(ZERO + ms), on, SpeakerMark.Source.ACTIVE_SPEAKER);
  }

  /** The tile of somebody else is lit all the time. */
  private void observe(long ms, SpeakerMark... marks) {
    List<Participant> people =
        List.of(
            new Participant("a", "Ann", false, false, false, false),
            new Participant("b", "Bob", false, false, false, true));
    capture.observe(
        new MeetingSnapshot(
            MeetingState.IN_CALL,
            null,
            null,
            people,
            List.of(),
            List.of(),
            List.of(),
            Arrays.asList(marks),
            null),
        ZERO + ms);
  }

  private List<String> hints() throws Exception {
    return Files.readAllLines(dir.resolve("c/log.jsonl")).stream()
        .filter(l -> l.contains("\"speaking_hint\""))
        .toList();
  }

  private static String hint(long ms, String id, boolean on) {
    String line =
        "{\"t\":\"speaking_hint\",\"at\":%d,\"participantId\":\"%s\",\"on\":%s,\"source\":\"%s\"}";
    return line.formatted(ZERO + ms, id, on, "active_speaker");
  }
}
