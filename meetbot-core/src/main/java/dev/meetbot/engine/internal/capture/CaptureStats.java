package dev.meetbot.engine.internal.capture;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Figures of a recording, counted by its threads and read by any. */
final class CaptureStats {
  private static final int AUDIBLE_DBOV = 50;

  /** A comfort noise packet of Opus is one or two bytes long. */
  private static final int NOISE_BYTES = 8;

  private final AtomicLong lastAudioMs = new AtomicLong();
  private final AtomicLong lastPacketMs = new AtomicLong();
  private final AtomicLong lostAudio = new AtomicLong();
  private final AtomicLong droppedHere = new AtomicLong();
  private final Map<Long, Long> droppedInPage = new ConcurrentHashMap<>();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong tracks = new AtomicLong();

  void frame(TapFrame frame) {
    latest(lastPacketMs, frame);
    boolean audio = !frame.video() && !frame.container();
    boolean loud =
        frame.level() < 0
            ? frame.data().length > NOISE_BYTES
            : AudioLevels.dbov(frame.level()) < AUDIBLE_DBOV;
    if (audio && loud) {
      latest(lastAudioMs, frame);
    }
  }

  /** The page itself measured how loud it was then. */
  void heard(double atMs, double level) {
    lastPacketMs.accumulateAndGet((long) atMs, Math::max);
    if (AudioLevels.dbov(level) < AUDIBLE_DBOV) {
      lastAudioMs.accumulateAndGet((long) atMs, Math::max);
    }
  }

  void droppedInPage(TapBatch batch) {
    droppedInPage.put(batch.doc() << 8 ^ batch.lane(), batch.dropped());
  }

  void droppedHere(long frames) {
    droppedHere.addAndGet(frames);
  }

  void lostAudio(long packets) {
    lostAudio.addAndGet(packets);
  }

  void written(long count) {
    bytes.addAndGet(count);
  }

  void trackOpened() {
    tracks.incrementAndGet();
  }

  RecorderHealth health() {
    long inPage = droppedInPage.values().stream().mapToLong(Long::longValue).sum();
    return new RecorderHealth(
        instant(lastAudioMs),
        instant(lastPacketMs),
        lostAudio.get(),
        droppedHere.get() + inPage,
        bytes.get(),
        (int) tracks.get());
  }

  private static void latest(AtomicLong value, TapFrame frame) {
    // Pieces of the browser's files carry the file's beginning, not their own time.
    if (!frame.container()) {
      value.accumulateAndGet((long) frame.receivedMs(), Math::max);
    }
  }

  private static @Nullable Instant instant(AtomicLong ms) {
    return ms.get() == 0 ? null : Instant.ofEpochMilli(ms.get());
  }
}
