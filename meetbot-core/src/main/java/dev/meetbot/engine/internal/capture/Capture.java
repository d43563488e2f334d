package dev.meetbot.engine.internal.capture;

import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.StoreFullException;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A recording as it is written: its tracks, its log, its life from start to stop. Everything runs
 * on the writer thread. After a failure of the store it takes nothing more.
 */
final class Capture {
  private static final System.Logger LOG = System.getLogger(Capture.class.getName());
  private static final int MAX_TRACKS = 1_000;

  /** A page's track: numbers are its document's own. */
  record TrackKey(long doc, int track) {}

  /** What may fail in the store. */
  private interface Act {
    void run() throws IOException;
  }

  private final CapturePlan plan;
  private final CaptureStats stats;
  private final Consumer<RecorderFault> onFault;
  private final CaptureRun run;
  private final SnapshotLog snapshots;
  private final HeldBack heldBack;
  private final Set<TrackKey> keysNeeded = ConcurrentHashMap.newKeySet();
  private final Map<TrackKey, TrackInput> tracks = new LinkedHashMap<>();
  private final Map<Long, Long> nextBatch = new LinkedHashMap<>();
  private @Nullable CaptureFile logFile;
  private @Nullable MeetingSnapshot latest;
  private boolean over;

  Capture(
      CapturePlan plan,
      ArtifactStore store,
      ArtifactKey prefix,
      CaptureStats stats,
      Consumer<RecorderFault> onFault) {
    this.plan = plan;
    this.stats = stats;
    this.onFault = onFault;
    this.run = new CaptureRun(store, prefix, stats, plan.holdEarly());
    this.heldBack = new HeldBack(plan.guarded());
    this.snapshots = new SnapshotLog(plan, run);
  }

  void start(long zeroMs) {
    safely(
        () -> {
          if (run.started()) {
            return;
          }
          run.start(zeroMs);
          logFile = run.open("log.jsonl", "application/x-ndjson");
          run.log()
              .add(
                  "capture_started",
                  zeroMs,
                  l ->
                      l.add("audio", plan.audio().wireName())
                          .add("video", plan.video().wireName())
                          .add("shape", plan.shape().name().toLowerCase(Locale.ROOT))
                          .add("captions", plan.captions())
                          .add("chat", plan.chat()));
          if (latest != null) {
            snapshots.add(latest, zeroMs);
          }
          for (TrackInput track : tracks.values()) {
            track.start();
          }
          writeLog();
        });
  }

  /** What was received from then on is not kept. */
  void pause(long atMs, String reason) {
    if (run.started() && !run.paused() && !over) {
      run.pause(atMs);
      run.log().add("pause", atMs, l -> l.add("reason", reason));
      heldBack.release();
    }
  }

  /** What was received before may be kept. */
  void confirm(long beforeMs) {
    heldBack.confirm(beforeMs);
  }

  /** Takes out the tracks that can only go on with a key frame; any thread. */
  Set<TrackKey> takeNeededKeys() {
    Set<TrackKey> taken = Set.copyOf(keysNeeded);
    keysNeeded.removeAll(taken);
    return taken;
  }

  void resume(long atMs) {
    if (run.started() && run.paused() && !over) {
      run.resume(atMs);
      run.log().add("resume", atMs);
      safely(
          () -> {
            for (TrackInput track : tracks.values()) {
              track.resume();
            }
          });
    }
  }

  void observe(MeetingSnapshot snapshot, long atMs) {
    latest = snapshot;
    if (run.started() && !over) {
      snapshots.add(snapshot, atMs);
    }
  }

  void message(TapMessage message, long atMs) {
    heldBack.fact(() -> take(message, atMs));
  }

  private void take(TapMessage message, long atMs) {
    safely(
        () -> {
          switch (message.type()) {
            case "track" -> open(message);
            case "codec" -> {
              TrackInput track = find(message);
              if (track != null) {
                track.codec(message.text("mime"));
              }
            }
            case "ended" -> {
              TrackInput track = tracks.remove(new TrackKey(message.doc(), message.track()));
              if (track != null) {
                track.end(atMs);
              }
            }
            case "gap" -> {
              TrackInput track = find(message);
              if (track != null && run.started()) {
                track.lost(
                    message.number("fromAt"), message.number("toAt"), message.text("reason"));
              }
            }
            case "levels" -> {
              if (find(message) instanceof ChunkRecorder file) {
                file.levels(message.number("fromAt"), message.numbers("dbov"));
              }
            }
            default -> LOG.log(Level.DEBUG, () -> "tap: " + message.body());
          }
        });
  }

  void batch(TapBatch batch) {
    stats.droppedInPage(batch);
    Long expected = nextBatch.put(batch.doc() << 8 ^ batch.lane(), batch.sequence() + 1);
    if (expected != null && batch.sequence() > expected) {
      LOG.log(
          Level.WARNING,
          "Batches from {0} to before {1} of the page are missing",
          expected,
          batch.sequence());
    }
    if (run.started() || plan.holdEarly()) {
      double latestMs = batch.frames().stream().mapToDouble(TapFrame::untilMs).max().orElse(0);
      heldBack.media(latestMs, () -> take(batch));
    }
  }

  private void take(TapBatch batch) {
    safely(
        () -> {
          for (TapFrame frame : batch.frames()) {
            TrackInput track = tracks.get(new TrackKey(batch.doc(), frame.track()));
            if (track != null) {
              track.accept(frame);
            }
          }
        });
  }

  /** Frames of these tracks were dropped on their way here. */
  void lost(TrackKey key, double fromMs, double toMs) {
    heldBack.fact(() -> takeLoss(key, fromMs, toMs));
  }

  private void takeLoss(TrackKey key, double fromMs, double toMs) {
    TrackInput track = tracks.get(key);
    if (track != null && run.started() && !over) {
      track.lost(fromMs, toMs, "backpressure");
    }
  }

  /** A file of the tab could not be had. */
  void tabFailed(String why, long atMs) {
    if (run.started() && !over) {
      run.log().gap(atMs, 0, 0, (long) run.sinceZero(atMs), "tab capture failed: " + why);
    }
    onFault.accept(new RecorderFault(RecorderFault.Kind.TAB_CAPTURE_FAILED, why));
  }

  void tick(long nowMs) {
    if (run.started()) {
      safely(
          () -> {
            for (TrackInput track : tracks.values()) {
              track.tick(nowMs);
            }
            writeLog();
          });
    }
  }

  void stop(String reason, long atMs) {
    heldBack.drop();
    safely(
        () -> {
          for (TrackInput track : tracks.values()) {
            track.end(atMs);
          }
          if (logFile != null) {
            run.log().add("capture_stopped", atMs, l -> l.add("reason", reason));
            writeLog();
            logFile.commit();
          }
        });
    over = true;
  }

  private void open(TapMessage message) {
    TrackInfo info = TrackInfo.of(message);
    if (tracks.size() >= MAX_TRACKS) {
      throw new TapFormatException("more than " + MAX_TRACKS + " tracks at once");
    }
    TrackKey key = new TrackKey(message.doc(), message.track());
    tracks.putIfAbsent(
        key,
        info.tapped()
            ? new TrackRecorder(info, run, plan.shape(), () -> keysNeeded.add(key))
            : new ChunkRecorder(info, run));
  }

  private @Nullable TrackInput find(TapMessage message) {
    return tracks.get(new TrackKey(message.doc(), message.track()));
  }

  private void writeLog() throws IOException {
    if (logFile != null) {
      run.log().writeTo(logFile);
    }
  }

  private void safely(Act act) {
    if (over) {
      return;
    }
    try {
      act.run();
    } catch (TapFormatException e) {
      LOG.log(Level.WARNING, "The page sent what is not of the tap: {0}", e.getMessage());
    } catch (StoreFullException e) {
      fail(RecorderFault.Kind.STORE_FULL, "The artifact store is full: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      fail(RecorderFault.Kind.STORE_FAILED, "The recording could not be written: " + e, e);
    }
  }

  private void fail(RecorderFault.Kind kind, String detail, Exception cause) {
    over = true;
    LOG.log(Level.WARNING, detail, cause);
    tracks.values().forEach(TrackInput::abandon);
    if (logFile != null) {
      logFile.abandon();
    }
    onFault.accept(new RecorderFault(kind, detail));
  }
}
