package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.meeting.AudioShape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audio tracks that people share: slots that change hands, and mixes. */
class SharedTracksTest {
  private static final long ZERO = 1_795_000_000_000L;
  private static final byte[] SPEECH = speech();
  private static final byte[] SILENCE = new byte[3];

  @TempDir Path dir;
  private int batches;

  @Test
  void aSlotIsCutBetweenTheLastPacketOfOneAndTheFirstOfTheNext() throws Exception {
    Capture capture = capture(AudioShape.SLOTS);
    List<TapFrame> frames = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      frames.add(packet(1, i, i / 50 == 1 ? List.of(222L) : List.of(111L), 0.5, SPEECH));
    }
    // The hand-over arrives out of order.
    frames.add(47, frames.remove(52));
    send(capture, frames);
    List<TapFrame> other = new ArrayList<>();
    for (int i = 150; i < 200; i++) {
      other.add(packet(2, i, List.of(222L), 0.5, SPEECH));
    }
    send(capture, other);
    capture.stop("left", ZERO + 5_000);

    List<String> tracks = log("track");
    assertThat(tracks).hasSize(3);
    assertThat(tracks.get(0)).contains("\"streamId\":\"csrc:111\"", "\"trackId\":\"a1\"");
    assertThat(tracks.get(1)).contains("\"streamId\":\"csrc:222\"", "\"trackId\":\"a1\"");
    assertThat(tracks.get(2)).contains("\"streamId\":\"csrc:222\"", "\"trackId\":\"a2\"");
    List<Packet> first = packets("t1.mkv");
    assertThat(first).hasSize(100);
    assertThat(first.get(49).timeMs()).isEqualTo(980);
    assertThat(first.get(50).timeMs()).isEqualTo(2_000);
    List<Packet> second = packets("t2.mkv");
    assertThat(second).hasSize(50);
    assertThat(second.get(0).timeMs()).isEqualTo(1_000);
    assertThat(second.get(49).timeMs()).isEqualTo(1_980);
    assertThat(packets("t3.mkv")).hasSize(50);
  }

  @Test
  void packetsOfNobodyGoToTheTracksOwnFileUnlessTheyAreSilent() throws Exception {
    Capture capture = capture(AudioShape.SLOTS);
    List<TapFrame> frames = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      frames.add(packet(1, i, List.of(), -1, SILENCE));
      frames.add(packet(2, i, List.of(), 0.2, SPEECH));
    }
    send(capture, frames);
    capture.stop("left", ZERO + 5_000);

    assertThat(log("track")).hasSize(1).first().asString().contains("\"streamId\":\"s2\"");
    assertThat(packets("t1.mkv")).hasSize(20);
  }

  @Test
  void aSourceWhoseLevelIsNotSentCountsAsPresentUnlessItIsSilent() throws Exception {
    Capture capture = capture(AudioShape.SLOTS);
    List<TapFrame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      frames.add(packet(1, i, List.of(111L), -1, i < 50 ? SPEECH : SILENCE));
    }
    send(capture, frames);
    capture.stop("left", ZERO + 5_000);

    assertThat(packets("t1.mkv")).hasSize(100);
    assertThat(log("levels"))
        .containsExactly(
            "{\"t\":\"levels\",\"at\":%d,\"track\":1,\"fromMs\":0,\"stepMs\":20,\"dbov\":%s}"
                .formatted(ZERO + 5_000, bins(30, 50)));
  }

  @Test
  void aMixStaysWholeAndTheLoudnessOfItsSourcesIsToldApart() throws Exception {
    Capture capture = capture(AudioShape.MIX);
    List<TapFrame> frames = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Long> sources = i < 40 ? List.of(1L) : i < 60 ? List.of(1L, 2L) : List.of(2L);
      frames.add(packet(1, i, sources, 0.5, SPEECH));
    }
    send(capture, frames);
    capture.stop("left", ZERO + 5_000);

    assertThat(log("track")).hasSize(1).first().asString().contains("\"streamId\":\"s1\"");
    assertThat(packets("t1.mkv")).hasSize(100);
    assertThat(log("levels")).hasSize(3);
    assertThat(log("levels").get(1))
        .contains("\"track\":1,\"source\":\"csrc:1\",\"fromMs\":0,", bins(6, 60));
    assertThat(log("levels").get(2))
        .contains("\"track\":1,\"source\":\"csrc:2\",\"fromMs\":800,", bins(6, 60));
    assertThat(log("capture_started").get(0)).contains("\"shape\":\"mix\"");
  }

  private static String bins(int level, int count) {
    return java.util.Collections.nCopies(count, level).toString().replace(" ", "");
  }

  /** A packet of 20 ms. */
  private static byte[] speech() {
    byte[] packet = new byte[40];
    packet[0] = (byte) (31 << 3);
    return packet;
  }

  private Capture capture(AudioShape shape) {
    Capture capture =
        new Capture(
            CapturePlan.of(RecordingSpec.DEFAULTS, false, shape),
            new FolderStore(dir),
            new ArtifactKey("c"),
            new CaptureStats(),
            fault -> {});
    for (int track = 1; track <= 2; track++) {
      String head = "{\"doc\":1,\"track\":" + track;
      capture.message(
          TapMessage.parse(
              head
                  + ",\"t\":\"track\",\"kind\":\"audio\",\"method\":\"tap\",\"streamIds\":[\"s%d\"],\"trackId\":\"a%d\"}"
                      .formatted(track, track)),
          ZERO);
      capture.message(TapMessage.parse(head + ",\"t\":\"codec\",\"mime\":\"audio/opus\"}"), ZERO);
    }
    capture.start(ZERO);
    return capture;
  }

  private void send(Capture capture, List<TapFrame> frames) {
    capture.batch(new TapBatch(1, 0, batches++, 0, frames));
  }

  private static TapFrame packet(
      int track, int number, List<Long> sources, double level, byte[] data) {
    double at = ZERO + number * 20.0;
    return new TapFrame(
        track, false, true, false, 0, number * 960L, track, number, 0, 0, level, at, sources, data);
  }

  private List<String> log(String type) throws Exception {
    return Files.readAllLines(dir.resolve("c/log.jsonl")).stream()
        .filter(l -> l.startsWith("{\"t\":\"" + type + "\""))
        .toList();
  }

  private List<Packet> packets(String file) throws Exception {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader =
        new MatroskaReader(Files.newInputStream(dir.resolve("c/" + file)))) {
      reader.forEachRemaining(packets::add);
    }
    return packets;
  }
}
