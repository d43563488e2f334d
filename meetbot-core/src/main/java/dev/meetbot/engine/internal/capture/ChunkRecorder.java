package dev.meetbot.engine.internal.capture;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the pieces of a file that the browser itself makes, as they come; writer thread. The page
 * begins another file after a pause, so a piece that reaches into one is the last of its file.
 */
final class ChunkRecorder implements TrackInput {
  private static final long MAX_EARLY_BYTES = 16 << 20;
  private static final int MAX_EARLY_LEVELS = 5_000;
  private static final int LEVEL_MS = 20;

  private final TrackInfo info;
  private final CaptureRun run;
  private final EarlyFrames early = new EarlyFrames();
  private final AudioLevels levels = new AudioLevels();
  private final List<Levels> earlyLevels = new ArrayList<>();
  private long earlyBytes;
  private double levelsUntilMs;
  private @Nullable CaptureFile file;
  private int number;
  private int expected;
  private boolean cut;
  private boolean ended;

  private record Levels(long fromAt, List<Integer> dbov) {}

  ChunkRecorder(TrackInfo info, CaptureRun run) {
    this.info = info;
    this.run = run;
  }

  @Override
  public TrackInfo info() {
    return info;
  }

  @Override
  public void codec(String mimeType) {
    // The browser's file says it.
  }

  @Override
  public void lost(double fromMs, double toMs, String reason) {
    run.log()
        .gap((long) toMs, number, (long) run.sinceZero(fromMs), (long) run.sinceZero(toMs), reason);
  }

  /**
   * How loud it was, as the page measured it.
   *
   * @param fromAt epoch ms of the first value
   * @param dbov one for each {@link #LEVEL_MS}
   */
  void levels(long fromAt, List<Integer> dbov) {
    if (!run.started() && earlyLevels.size() < MAX_EARLY_LEVELS) {
      earlyLevels.add(new Levels(fromAt, dbov));
    }
    for (int i = 0; i < dbov.size(); i++) {
      double at = fromAt + (double) i * LEVEL_MS;
      if (!run.started() || (run.sinceZero(at) >= 0 && !run.excludes(at))) {
        run.stats().heard(at, linear(dbov.get(i)));
      }
    }
    if (run.started()) {
      keep(new Levels(fromAt, dbov));
    }
  }

  private void keep(Levels measured) {
    for (int i = 0; i < measured.dbov().size(); i++) {
      double at = measured.fromAt() + (double) i * LEVEL_MS;
      double timeMs = run.sinceZero(at);
      if (timeMs >= 0 && !run.excludes(at)) {
        levels.add((long) timeMs, linear(measured.dbov().get(i)));
        levelsUntilMs = Math.max(levelsUntilMs, timeMs);
      }
    }
  }

  private static double linear(int dbov) {
    return Math.pow(10, -Math.max(0, dbov) / 20.0);
  }

  @Override
  public void accept(TapFrame frame) throws IOException {
    run.stats().frame(frame);
    if (!frame.container() || ended) {
      return;
    }
    if (run.started()) {
      cut = cut || run.excludes(frame.untilMs());
      if (!cut) {
        append(frame);
      }
    } else if (earlyBytes < MAX_EARLY_BYTES) {
      earlyBytes += frame.data().length;
      early.add(frame);
    }
  }

  @Override
  public void start() throws IOException {
    for (TapFrame frame : early.take()) {
      append(frame);
    }
    // The sound from before the start is in the file: so is how loud it was.
    earlyLevels.forEach(this::keep);
    earlyLevels.clear();
  }

  @Override
  public void resume() {
    // The page begins another file.
  }

  @Override
  public void tick(long nowMs) throws IOException {
    if (file != null) {
      file.flush();
      writeLevels(nowMs, (long) levelsUntilMs - AudioLevels.STEP_MS);
    }
  }

  @Override
  public void end(long nowMs) throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    if (file != null) {
      writeLevels(nowMs, Long.MAX_VALUE);
      file.commit();
      run.log().add("track_ended", nowMs, l -> l.add("track", number));
    }
  }

  @Override
  public void abandon() {
    ended = true;
    if (file != null) {
      file.abandon();
    }
  }

  private void writeLevels(long nowMs, long upToMs) {
    run.log().levels(nowMs, number, "", levels.takeBefore(upToMs));
  }

  private void append(TapFrame piece) throws IOException {
    CaptureFile open = file;
    if (open == null) {
      if (piece.sequence() != 0) {
        return; // Without its head the file could not be read.
      }
      open = open(piece);
      file = open;
    }
    if (piece.sequence() != expected) {
      run.log().gap((long) piece.receivedMs(), number, 0, 0, "pieces missing");
    }
    expected = piece.sequence() + 1;
    open.append(piece.data());
  }

  private CaptureFile open(TapFrame first) throws IOException {
    number = run.newTrack();
    // What Chromium calls WebM is only WebM when its codecs are.
    boolean h264 = info.mime().contains("h264") || info.mime().contains("avc1");
    String name = "t" + number + (h264 ? ".mkv" : ".webm");
    String type = (info.video() ? "video/" : "audio/") + (h264 ? "x-matroska" : "webm");
    CaptureFile opened = run.open(name, type);
    run.stats().trackOpened();
    String codec = h264 ? "h264" : info.video() ? "vp8" : "opus";
    run.log()
        .add(
            "track",
            (long) first.receivedMs(),
            l -> {
              l.add("track", number)
                  .add("kind", info.kind())
                  .add("codec", codec)
                  .add("method", info.method())
                  .add("file", name)
                  .add("firstMs", Math.round(run.sinceZero(first.receivedMs())));
              info.tell(l);
            });
    return opened;
  }
}
