package dev.meetbot.engine.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.internal.capture.matroska.MatroskaReader;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not a frame of a pause, of before a yes, or of after a no may be kept. */
class PauseTest {
  private static final long ZERO = 1_795_000_000_000L;

  @TempDir Path dir;
  private final CaptureStats stats = new CaptureStats();
  private long batches;

  @Test
  void whatWasSentInAPauseAndCameLateIsNotKept() throws Exception {
    Capture capture = capture(false);
    capture.start(ZERO);
    send(capture, 0, 100, 0);
    capture.pause(ZERO + 2_000, "paused");
    capture.resume(ZERO + 4_000);
    // Packets 150 to 199 were sent in the pause, and a stall brings them after it.
    List<TapFrame> late = new ArrayList<>();
    for (int i = 150; i < 200; i++) {
      late.add(MediaClockTest.audio(i, i * 960L, ZERO + 4_000 + (i - 150) * 0.1));
    }
    capture.batch(new TapBatch(1, 0, batches++, 0, late));
    send(capture, 200, 300, 0);
    capture.stop("left", ZERO + 7_000);

    List<Long> times = times();
    assertThat(times).filteredOn(t -> t >= 2_000 && t < 4_000).isEmpty();
    assertThat(times).hasSize(199);
    // Packet 200 was full when the pause ended: its first sound was spoken before.
    assertThat(times.subList(100, 199))
        .containsExactlyElementsOf(IntStream.range(201, 300).mapToObj(i -> i * 20L).toList());
  }

  @Test
  void aPauseReachesBackOverWhatIsNotWrittenYet() throws Exception {
    Capture capture = capture(false);
    capture.start(ZERO);
    send(capture, 0, 100, 0);
    capture.pause(ZERO + 1_500, "paused");
    capture.tick(ZERO + 2_100);
    capture.stop("left", ZERO + 3_000);
    assertThat(times()).allMatch(t -> t <= 2_000);
  }

  @Test
  void withConsentOnlyWhatALaterLookConfirmsIsWritten() throws Exception {
    Capture capture = capture(true);
    capture.start(ZERO);
    send(capture, 0, 50, 0);
    capture.tick(ZERO + 1_000);
    assertThat(dir.resolve("c/t1.mkv")).doesNotExist();
    capture.confirm(ZERO + 1_000);
    send(capture, 50, 100, 0);
    capture.pause(ZERO + 1_000, "paused"); // withdrawn: the look at 1.0 s was the last good one
    send(capture, 100, 120, 0);
    capture.resume(ZERO + 5_000);
    send(capture, 250, 300, 0);
    capture.confirm(ZERO + 6_000);
    send(capture, 300, 350, 0);
    capture.stop("left", ZERO + 7_000);
    assertThat(times())
        .containsExactlyElementsOf(
            IntStream.concat(IntStream.range(1, 50), IntStream.range(251, 300))
                .mapToObj(i -> i * 20L)
                .toList());
  }

  @Test
  void withConsentNothingOfBeforeTheStartIsKept() throws Exception {
    Capture capture = capture(true);
    send(capture, 0, 100, 0);
    capture.start(ZERO + 2_000);
    send(capture, 95, 150, 40);
    capture.confirm(ZERO + 9_000);
    capture.stop("left", ZERO + 9_000);
    // Of the second batch, whose packets took 40 ms, those whose sound began after the start.
    assertThat(times())
        .containsExactlyElementsOf(
            IntStream.range(99, 150).mapToObj(i -> i * 20L + 40 - 2_000).toList());
  }

  private Capture capture(boolean consent) throws IOException {
    Capture capture =
        new Capture(
            CapturePlan.of(RecordingSpec.DEFAULTS, consent),
            new FolderStore(dir),
            new ArtifactKey("c"),
            stats,
            fault -> {
              throw new AssertionError(fault);
            });
    capture.message(
        TapMessage.parse(
            "{\"t\":\"track\",\"doc\":1,\"track\":1,\"kind\":\"audio\",\"method\":\"tap\"}"),
        ZERO);
    capture.message(
        TapMessage.parse("{\"t\":\"codec\",\"doc\":1,\"track\":1,\"mime\":\"audio/opus\"}"), ZERO);
    return capture;
  }

  /** Packets of 20 ms, each received so long after it was sent. */
  private void send(Capture capture, int from, int to, double delayMs) {
    List<TapFrame> frames = new ArrayList<>();
    for (int i = from; i < to; i++) {
      frames.add(MediaClockTest.audio(i, i * 960L, ZERO + i * 20.0 + delayMs));
    }
    capture.batch(new TapBatch(1, 0, batches++, 0, frames));
  }

  private List<Long> times() throws IOException {
    List<Packet> packets = new ArrayList<>();
    try (MatroskaReader reader =
        new MatroskaReader(Files.newInputStream(dir.resolve("c/t1.mkv")))) {
      reader.forEachRemaining(packets::add);
    }
    return packets.stream().map(Packet::timeMs).toList();
  }
}
