package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.OpusPacket;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.PictureSize;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of one source of a tapped track, one after the other as its codec changes, and how loud
 * it is; writer thread.
 */
final class TrackOutput {
  private static final long LEVELS_DELAY_MS = 500;

  private final TrackInfo info;
  private final CaptureRun run;
  private final Loudness loudness;
  private final AudioLevels levels = new AudioLevels();
  private final Map<Long, AudioLevels> contributing = new TreeMap<>();
  private @Nullable TrackFile file;
  private long lastMs = -1;

  /**
   * @param info goes into the log, so that its owner can be told
   */
  TrackOutput(TrackInfo info, CaptureRun run, Loudness loudness) {
    this.info = info;
    this.run = run;
    this.loudness = loudness;
  }

  /** The file's number, 0 when none is open. */
  int number() {
    return file == null ? 0 : file.number();
  }

  /**
   * Takes the next picture or packet.
   *
   * @param wantedMs where it lies on the recording's line
   * @return false when there is no file that it could go to, and none can begin with it
   */
  boolean write(Codec codec, PictureJoiner.Picture picture, byte[] data, double wantedMs)
      throws IOException {
    long timeMs = Math.max(Math.round(wantedMs), lastMs + 1);
    lastMs = timeMs;
    Packet packet = new Packet(timeMs, picture.key(), data);
    TrackFile out = fileFor(codec, picture, packet);
    if (out == null) {
      return false;
    }
    out.add(packet);
    double level = loudness.of(picture.level(), data.length);
    if (level > 0) {
      long length = OpusPacket.samples(data) / 48;
      levels.add(timeMs, length, level);
      for (long source : loudness.sources(picture)) {
        contributing.computeIfAbsent(source, s -> new AudioLevels()).add(timeMs, length, level);
      }
    }
    return true;
  }

  void tick(long nowMs) throws IOException {
    if (lastMs > LEVELS_DELAY_MS) {
      writeLevels(nowMs, lastMs - LEVELS_DELAY_MS);
    }
    if (file != null) {
      file.flush();
    }
  }

  /** Completes the open file; the next packet begins another one. */
  void close(long nowMs) throws IOException {
    if (file != null) {
      writeLevels(nowMs, Long.MAX_VALUE);
      int number = file.number();
      file.commit();
      file = null;
      run.log().add("track_ended", nowMs, l -> l.add("track", number));
    }
  }

  void abandon() {
    if (file != null) {
      file.abandon();
    }
  }

  private @Nullable TrackFile fileFor(Codec codec, PictureJoiner.Picture picture, Packet first)
      throws IOException {
    TrackFile open = file;
    if (open != null && open.format().codec() == codec) {
      return open;
    }
    long at = (long) picture.wallMs();
    close(at);
    if (!picture.key()) {
      return null;
    }
    TrackFormat format =
        info.video()
            ? PictureSize.format(codec, picture.width(), picture.height(), first.data())
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
                  .add("file", opened.name());
              info.tell(l);
              if (info.video()) {
                l.add("width", opened.format().width()).add("height", opened.format().height());
              }
            });
  }

  private void writeLevels(long nowMs, long upToMs) {
    if (file != null) {
      int number = file.number();
      run.log().levels(nowMs, number, "", levels.takeBefore(upToMs));
      contributing.forEach(
          (source, its) ->
              run.log()
                  .levels(nowMs, number, Contributing.streamId(source), its.takeBefore(upToMs)));
    }
  }
}
