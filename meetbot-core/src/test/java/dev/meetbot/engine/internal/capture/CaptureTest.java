package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Caption;
import dev.meetbot.spi.meeting.MeetingSnapshot.ChatMessage;
import dev.meetbot.spi.meeting.MeetingSnapshot.MediaSource;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptureTest {
  private static final long ZERO = 1_795_000_000_000L;

  @TempDir Path dir;
  private final List<RecorderFault> faults = new ArrayList<>();
  private final CaptureStats stats = new CaptureStats();
  private Capture capture;

  @BeforeEach
  void create() {
    capture =
        new Capture(
            CapturePlan.of(RecordingSpec.DEFAULTS, false),
            new FolderStore(dir),
            new ArtifactKey("c"),
            stats,
            faults::add);
  }

  @Test
  void onlyChangesOfTheMeetingAreLogged() throws Exception {
    capture.observe(snapshot(person("1", "Ann", false)), ZERO - 500);
    capture.start(ZERO);
    capture.observe(snapshot(person("1", "Ann", false)), ZERO + 1_000);
    capture.observe(snapshot(person("1", "Ann", true), person("2", "Ann", false)), ZERO + 2_000);
    capture.observe(snapshot(person("2", "Bob", false)), ZERO + 3_000);
    capture.stop("left", ZERO + 4_000);

    assertThat(log())
        .containsExactly(
            line("capture_started", 0)
                + ",\"audio\":\"per_speaker\",\"video\":\"composed\",\"shape\":\"own_tracks\",\"captions\":true,\"chat\":true}",
            line("participant_joined", 0) + who("1", "Ann"),
            line("participant_joined", 2_000) + who("2", "Ann"),
            line("speaking_hint", 2_000) + ",\"participantId\":\"1\",\"on\":true}",
            line("participant_changed", 3_000)
                + ",\"id\":\"2\",\"name\":\"Bob\",\"host\":false,\"bot\":false}",
            line("speaking_hint", 3_000) + ",\"participantId\":\"1\",\"on\":false}",
            line("participant_left", 3_000) + ",\"id\":\"1\"}",
            line("capture_stopped", 4_000) + ",\"reason\":\"left\"}");
  }

  @Test
  void wordsFromBeforeTheStartAndFromAPauseAreNotKept() throws Exception {
    capture.start(ZERO);
    capture.observe(words("early", -5_000), ZERO + 100);
    capture.observe(words("kept", 1_000), ZERO + 1_200);
    capture.observe(words("kept", 1_000), ZERO + 1_300);
    capture.pause(ZERO + 2_000, "paused");
    capture.observe(words("private", 2_500), ZERO + 2_600);
    capture.resume(ZERO + 3_000);
    capture.observe(words("private", 2_500), ZERO + 3_100);
    capture.stop("left", ZERO + 4_000);

    assertThat(log()).filteredOn(l -> l.contains("\"chat\",")).hasSize(1);
    assertThat(log()).filteredOn(l -> l.contains("\"caption\",")).hasSize(1);
    assertThat(log()).noneMatch(l -> l.contains("private") || l.contains("early"));
    assertThat(log()).anyMatch(l -> l.contains("\"text\":\"kept\",\"startMs\":1000"));
  }

  @Test
  void whoseAStreamIsMayChange() throws Exception {
    capture.start(ZERO);
    for (String owner : List.of("1", "1", "2")) {
      capture.observe(
          new MeetingSnapshot(
              MeetingState.IN_CALL,
              null,
              null,
              List.of(),
              List.of(),
              List.of(),
              List.of(new MediaSource("s", owner, MediaSource.Kind.SCREEN))),
          ZERO + 100);
    }
    capture.stop("left", ZERO + 4_000);
    assertThat(log())
        .filteredOn(l -> l.contains("\"source\""))
        .containsExactly(
            line("source", 100)
                + ",\"streamId\":\"s\",\"participantId\":\"1\",\"kind\":\"screen\"}",
            line("source", 100)
                + ",\"streamId\":\"s\",\"participantId\":\"2\",\"kind\":\"screen\"}");
  }

  @Test
  void aPauseIsNoLossAndAHoleIs() throws Exception {
    capture.message(
        TapMessage.parse(
            "{\"t\":\"track\",\"doc\":1,\"track\":1,\"kind\":\"audio\",\"method\":\"tap\"}"),
        ZERO);
    capture.message(
        TapMessage.parse("{\"t\":\"codec\",\"doc\":1,\"track\":1,\"mime\":\"audio/opus\"}"), ZERO);
    capture.start(ZERO);
    frames(0, 100);
    capture.pause(ZERO + 2_000, "paused");
    capture.resume(ZERO + 4_000);
    frames(200, 250);
    frames(253, 300);
    capture.tick(ZERO + 7_000);
    assertThat(stats.health().lostAudioPackets()).isEqualTo(3);
    capture.stop("left", ZERO + 7_000);

    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader =
        new MatroskaReader(Files.newInputStream(dir.resolve("c/t1.mkv")))) {
      reader.forEachRemaining(packets::add);
    }
    assertThat(packets).hasSize(196);
    assertThat(packets.get(99).timeMs()).isEqualTo(1_980);
    assertThat(packets.get(100).timeMs()).isEqualTo(4_020);
    assertThat(packets.get(195).timeMs()).isEqualTo(5_980);
    assertThat(stats.health().lostAudioPackets()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1600, false",
    "0, 3600, false",
    "200, 1600, false",
    "200, 3000, false",
    "200, 3000, true"
  })
  void whatComesAtOnceAfterAStallKeepsItsPlaceInTheFile(int calm, int stallMs, boolean hole)
      throws Exception {
    long from = ZERO + calm * 20L;
    long over = from + stallMs;
    capture.message(
        TapMessage.parse(
            "{\"t\":\"track\",\"doc\":1,\"track\":1,\"kind\":\"audio\",\"method\":\"tap\"}"),
        ZERO);
    capture.message(
        TapMessage.parse("{\"t\":\"codec\",\"doc\":1,\"track\":1,\"mime\":\"audio/opus\"}"), ZERO);
    capture.start(ZERO);
    frames(0, calm);
    if (hole) {
      capture.message(
          TapMessage.parse(
              "{\"t\":\"gap\",\"doc\":1,\"track\":1,\"fromAt\":%d,\"toAt\":%d,\"reason\":\"x\"}"
                  .formatted(from - 2, from - 1)),
          over);
    }
    List<TapFrame> burst = new ArrayList<>();
    for (int i = calm; i < 700; i++) {
      double received = Math.max(ZERO + i * 20.0, over + (i - calm) * 0.25);
      burst.add(MediaClockTest.audio(i, i * 960L, received));
    }
    // The writer's time goes on while the page brings the burst piece by piece.
    capture.tick(over);
    capture.batch(new TapBatch(1, 0, calm, 0, burst.subList(0, 10)));
    capture.tick(over + 1_500);
    capture.tick(over + 2_000);
    capture.batch(new TapBatch(1, 0, calm + 10, 0, burst.subList(10, burst.size())));
    capture.stop("left", ZERO + 14_000);

    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader =
        new MatroskaReader(Files.newInputStream(dir.resolve("c/t1.mkv")))) {
      reader.forEachRemaining(packets::add);
    }
    assertThat(packets).hasSize(700);
    for (int i = 0; i < 700; i++) {
      assertThat(packets.get(i).timeMs()).as("packet %d", i).isBetween(i * 20L - 1, i * 20L + 1);
    }
  }

  private void frames(int from, int to) {
    List<TapFrame> frames = new ArrayList<>();
    for (int i = from; i < to; i++) {
      frames.add(MediaClockTest.audio(i, i * 960L, ZERO + i * 20.0));
    }
    capture.batch(new TapBatch(1, 0, from, 0, frames));
  }

  @Test
  void framesOfUnknownTracksAndOddMessagesAreNoFault() {
    capture.start(ZERO);
    capture.batch(new TapBatch(1, 0, 0, 0, List.of(MediaClockTest.audio(1, 960, ZERO + 10))));
    capture.message(TapMessage.parse("{\"t\":\"track\",\"doc\":1,\"track\":1}"), ZERO);
    capture.message(TapMessage.parse("{\"t\":\"codec\",\"doc\":1,\"track\":9}"), ZERO);
    capture.message(TapMessage.parse("{\"t\":\"gap\",\"doc\":1,\"track\":9}"), ZERO);
    capture.message(TapMessage.parse("{\"t\":\"whatever\",\"doc\":1}"), ZERO);
    capture.stop("left", ZERO + 1_000);
    assertThat(faults).isEmpty();
    assertThat(stats.health().tracks()).isZero();
  }

  private List<String> log() throws Exception {
    return Files.readAllLines(dir.resolve("c/log.jsonl"));
  }

  private static String line(String type, long ms) {
    return "{\"t\":\"" + type + "\",\"at\":" + (ZERO + ms);
  }

  private static String who(String id, String name) {
    return ",\"id\":\"%s\",\"name\":\"%s\",\"host\":false,\"bot\":false,\"self\":false}"
        .formatted(id, name);
  }

  private static Participant person(String id, String name, boolean speaking) {
    return new Participant(id, name, false, false, false, speaking);
  }

  private static MeetingSnapshot snapshot(Participant... people) {
    return new MeetingSnapshot(
        MeetingState.IN_CALL, null, null, List.of(people), List.of(), List.of(), List.of());
  }

  private static MeetingSnapshot words(String text, long ms) {
    Instant at = Instant.ofEpochMilli(ZERO + ms);
    return new MeetingSnapshot(
        MeetingState.IN_CALL,
        null,
        null,
        List.of(),
        List.of(new ChatMessage(text, "1", "Ann", at, text)),
        List.of(new Caption("c" + text, "1", "Ann", text, at, at.plusMillis(400))),
        List.of());
  }
}
