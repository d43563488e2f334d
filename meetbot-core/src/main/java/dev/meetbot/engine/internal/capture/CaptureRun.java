package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What the tracks of one recording share: its line of time, its log, its files; writer thread. */
final class CaptureRun {
  private record Pause(double fromMs, double toMs) {}

  private final ArtifactStore store;
  private final ArtifactKey prefix;
  private final CaptureStats stats;
  private final boolean keepsEarly;
  private final CaptureLog log = new CaptureLog();
  private final List<Pause> pauses = new ArrayList<>();
  private long zeroMs = -1;
  private int nextTrack = 1;

  /**
   * @param keepsEarly whether what was sent before the start may be kept
   */
  CaptureRun(ArtifactStore store, ArtifactKey prefix, CaptureStats stats, boolean keepsEarly) {
    this.store = store;
    this.prefix = prefix;
    this.stats = stats;
    this.keepsEarly = keepsEarly;
  }

  CaptureLog log() {
    return log;
  }

  CaptureStats stats() {
    return stats;
  }

  int newTrack() {
    return nextTrack++;
  }

  CaptureFile open(String name, String mediaType) throws IOException {
    return new CaptureFile(store, prefix.resolve(name), mediaType, stats);
  }

  void start(long zero) {
    zeroMs = zero;
  }

  boolean started() {
    return zeroMs >= 0;
  }

  /** Milliseconds since this recording's zero; negative before. */
  double sinceZero(double wallMs) {
    return wallMs - zeroMs;
  }

  /**
   * The same for media, never within a pause: what was received before it lies before it. NaN for
   * what was sent during a pause and came late, which must not be kept, nor what begins in one.
   *
   * @param heldMs how much of what it holds came before its time: a packet of sound is sent when it
   *     is full
   */
  double place(double wallMs, double receivedMs, double heldMs) {
    for (Pause p : pauses) {
      if (wallMs >= p.fromMs && wallMs - heldMs < p.toMs) {
        return receivedMs < p.fromMs ? sinceZero(p.fromMs) : Double.NaN;
      }
    }
    double placed = sinceZero(wallMs);
    return placed - heldMs < 0 && !keepsEarly ? Double.NaN : placed;
  }

  boolean paused() {
    return !pauses.isEmpty() && pauses.get(pauses.size() - 1).toMs == Double.MAX_VALUE;
  }

  void pause(long atMs) {
    pauses.add(new Pause(atMs, Double.MAX_VALUE));
  }

  void resume(long atMs) {
    Pause open = pauses.remove(pauses.size() - 1);
    pauses.add(new Pause(open.fromMs, atMs));
  }

  /** Whether what was received then must not be kept. */
  boolean excludes(double receivedMs) {
    boolean early = !keepsEarly && receivedMs < zeroMs;
    return early || pauses.stream().anyMatch(p -> receivedMs >= p.fromMs && receivedMs < p.toMs);
  }
}
