package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.PictureSize;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one tapped track: from the page's frames to a file for each of its codecs. */
final class TrackRecorder implements TrackInput {
  private static final long LEVELS_DELAY_MS = 500;

  private final TrackInfo info;
  private final CaptureRun run;
  private final Runnable askKey;
  private final EarlyFrames early = new EarlyFrames();
  private final PictureJoiner joiner = new PictureJoiner();
  private final AudioLevels levels = new AudioLevels();
  private @Nullable Codec codec;
  private boolean redundant;
  private @Nullable RtpLine line;
  private long lostCounted;
  private @Nullable TrackFile file;
  private boolean needKey;
  private long lastMs = -1;
  private double lostFrom = -1;
  private double lostTo;
  private String lostReason = "";
  private boolean ended;

  /**
   * @param askKey asks the sender for a key frame, soon
   */
  TrackRecorder(TrackInfo info, CaptureRun run, Runnable askKey) {
    this.info = info;
    this.run = run;
    this.askKey = askKey;
    this.needKey = info.video();
  }

  @Override
  public TrackInfo info() {
    return info;
  }

  @Override
  public void codec(String mimeType) throws IOException {
    drain();
    redundant = mimeType.equalsIgnoreCase("audio/red");
    codec = redundant ? Codec.OPUS : Codec.find(mimeType).orElse(null);
  }

  @Override
  public void accept(TapFrame frame) throws IOException {
    run.stats().frame(frame);
    if (frame.video() != info.video() || frame.container() || codec == null || ended) {
      return;
    }
    if (!run.started()) {
      early.add(frame);
    } else if (run.excludes(frame.receivedMs())) {
      needKey = info.video();
    } else {
      take(frame);
    }
  }

  @Override
  public void lost(double fromMs, double toMs, String reason) {
    lostFrom = lostFrom < 0 ? fromMs : lostFrom;
    lostTo = toMs;
    lostReason = reason;
  }

  @Override
  public void start() throws IOException {
    for (TapFrame frame : early.take()) {
      take(frame);
    }
  }

  @Override
  public void resume() throws IOException {
    drain();
    needKey = info.video();
  }

  @Override
  public void tick(long nowMs) throws IOException {
    RtpLine current = line;
    if (current != null) {
      emit(current.release(nowMs));
      countLost(current);
    }
    writeLevels(nowMs, lastMs - LEVELS_DELAY_MS);
    if (file != null) {
      file.flush();
    }
  }

  @Override
  public void end(long nowMs) throws IOException {
    if (ended) {
      return;
    }
    drain();
    ended = true;
    closeFile(nowMs);
  }

  @Override
  public void abandon() {
    ended = true;
    if (file != null) {
      file.abandon();
    }
  }

  private void take(TapFrame frame) throws IOException {
    if (lostFrom >= 0 && frame.receivedMs() > lostTo) {
      // The frames before the hole are still held, so video goes on with a key frame after them.
      drain();
      needKey = info.video();
      logLoss(frame);
    }
    RtpLine current = line;
    if (current == null || current.ssrc() != frame.ssrc()) {
      drain();
      current = new RtpLine(frame);
      line = current;
      lostCounted = 0;
    }
    emit(current.accept(frame));
    emit(current.release(frame.receivedMs()));
  }

  private void logLoss(TapFrame next) {
    int number = file == null ? 0 : file.number();
    run.log()
        .gap(
            (long) next.receivedMs(),
            number,
            (long) run.sinceZero(lostFrom),
            (long) run.sinceZero(next.receivedMs()),
            lostReason);
    lostFrom = -1;
  }

  private void countLost(RtpLine current) {
    run.stats().lostAudio(current.lost() - lostCounted);
    lostCounted = current.lost();
  }

  /** Everything that is held goes to the file, which stays open; the clock goes on. */
  private void drain() throws IOException {
    RtpLine current = line;
    if (current != null) {
      emit(current.interrupt());
      countLost(current);
    }
    Optional<PictureJoiner.Picture> last = joiner.flush();
    if (last.isPresent()) {
      write(last.get());
    }
  }

  private void emit(List<TimedFrame> frames) throws IOException {
    for (TimedFrame frame : frames) {
      Optional<PictureJoiner.Picture> picture = joiner.add(frame, info.video());
      if (picture.isPresent()) {
        write(picture.get());
      }
    }
  }

  private void write(PictureJoiner.Picture picture) throws IOException {
    Codec coded = codec;
    double wanted = run.place(picture.wallMs(), picture.receivedMs());
    if (Double.isNaN(wanted)) {
      if (info.video()) {
        needKey = true;
        askKey.run();
      }
      return;
    }
    boolean useless = info.video() ? needKey && !picture.key() : wanted < 0;
    byte[] data = coded == null || useless ? null : picture.data(coded);
    if (data != null && redundant) {
      data = RedPayload.primary(data).orElse(null);
    }
    if (coded == null || data == null || data.length == 0) {
      return;
    }
    needKey = false;
    long timeMs = Math.max(Math.round(wanted), lastMs + 1);
    lastMs = timeMs;
    Packet packet = new Packet(timeMs, picture.key(), data);
    TrackFile out = fileFor(coded, picture, packet);
    if (out != null) {
      out.add(packet);
      if (picture.level() > 0) {
        levels.add(timeMs, picture.level());
      }
    }
  }

  private @Nullable TrackFile fileFor(Codec coded, PictureJoiner.Picture picture, Packet first)
      throws IOException {
    TrackFile open = file;
    if (open != null && open.format().codec() == coded) {
      return open;
    }
    long at = (long) picture.wallMs();
    closeFile(at);
    if (!picture.key()) {
      needKey = true;
      return null;
    }
    TrackFormat format =
        info.video()
            ? PictureSize.format(coded, picture.width(), picture.height(), first.data())
            : TrackFormat.opus();
    open = new TrackFile(run.newTrack(), format, first, run);
    file = open;
    logTrack(open, at);
    return open;
  }

  private void logTrack(TrackFile opened, long atMs) {
    run.log()
        .add(
            "track",
            atMs,
            l -> {
              l.add("track", opened.number())
                  .add("kind", info.kind())
                  .add("codec", opened.format().codec().wireName())
                  .add("method", info.method())
                  .add("streamId", info.streamId())
                  .add("trackId", info.trackId())
                  .add("file", opened.name());
              if (info.video()) {
                l.add("width", opened.format().width()).add("height", opened.format().height());
              }
            });
  }

  private void writeLevels(long nowMs, long upToMs) {
    if (file != null && upToMs > 0) {
      run.log().levels(nowMs, file.number(), levels.takeBefore(upToMs));
    }
  }

  private void closeFile(long nowMs) throws IOException {
    if (file != null) {
      writeLevels(nowMs, Long.MAX_VALUE);
      int number = file.number();
      file.commit();
      file = null;
      run.log().add("track_ended", nowMs, l -> l.add("track", number));
    }
  }
}
