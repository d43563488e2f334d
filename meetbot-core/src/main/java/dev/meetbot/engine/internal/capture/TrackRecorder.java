package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.OpusPacket;
import dev.meetbot.spi.meeting.AudioShape;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes one tapped track: from the page's frames to a file for each of its codecs. */
final class TrackRecorder implements TrackInput {
  private static final byte[] NOTHING = {};

  private final TrackInfo info;
  private final CaptureRun run;
  private final AudioShape shape;
  private final Runnable askKey;
  private final EarlyFrames early = new EarlyFrames();
  private final PictureJoiner joiner = new PictureJoiner();
  private final Map<Long, TrackOutput> outputs = new LinkedHashMap<>();
  private @Nullable Codec codec;
  private boolean redundant;
  private @Nullable RtpLine line;
  private long lostCounted;
  private boolean needKey;
  private double lostFrom = -1;
  private double lostTo;
  private String lostReason = "";
  private boolean ended;

  /**
   * @param shape how people share audio tracks
   * @param askKey asks the sender for a key frame, soon
   */
  TrackRecorder(TrackInfo info, CaptureRun run, AudioShape shape, Runnable askKey) {
    this.info = info;
    this.run = run;
    this.shape = shape;
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
    for (TrackOutput output : outputs.values()) {
      output.tick(nowMs);
    }
  }

  @Override
  public void end(long nowMs) throws IOException {
    if (ended) {
      return;
    }
    drain();
    ended = true;
    for (TrackOutput output : outputs.values()) {
      output.close(nowMs);
    }
  }

  @Override
  public void abandon() {
    ended = true;
    outputs.values().forEach(TrackOutput::abandon);
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
    run.log()
        .gap(
            (long) next.receivedMs(),
            number(),
            (long) run.sinceZero(lostFrom),
            (long) run.sinceZero(next.receivedMs()),
            lostReason);
    lostFrom = -1;
  }

  /** The file that a loss is of; 0 when it may be of several. */
  private int number() {
    return outputs.size() == 1 ? outputs.values().iterator().next().number() : 0;
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
    byte[] data = coded == null ? NOTHING : data(coded, picture);
    if (coded == null || data.length == 0) {
      return;
    }
    double held = info.video() ? 0 : OpusPacket.heldMs(data);
    double wanted = run.place(picture.wallMs(), picture.receivedMs(), held);
    if (Double.isNaN(wanted)) {
      if (info.video()) {
        needKey = true;
        askKey.run();
      }
      return;
    }
    boolean useless = info.video() ? needKey && !picture.key() : wanted < 0;
    if (useless) {
      return;
    }
    long source = splits() ? Contributing.of(picture) : Contributing.NOBODY;
    if (splits() && source == Contributing.NOBODY && empty(source, picture, data)) {
      return;
    }
    needKey = false;
    if (!output(source).write(coded, picture, data, wanted)) {
      needKey = true;
    }
  }

  private byte[] data(Codec coded, PictureJoiner.Picture picture) {
    byte[] data = picture.data(coded);
    return redundant ? RedPayload.primary(data).orElse(NOTHING) : data;
  }

  /** Whether one track carries people in turns, each of whom has a file of their own. */
  private boolean splits() {
    return shape == AudioShape.SLOTS && !info.video();
  }

  /** Silence that is nobody's is no reason to begin a file. */
  private boolean empty(long source, PictureJoiner.Picture picture, byte[] data) {
    return !outputs.containsKey(source) && Loudness.silent(picture.level(), data.length);
  }

  private TrackOutput output(long source) {
    boolean named = source != Contributing.NOBODY;
    return outputs.computeIfAbsent(
        source,
        s ->
            new TrackOutput(
                named ? info.of(Contributing.streamId(s)) : info, run, new Loudness(shape, named)));
  }
}
