package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.Capture.TrackKey;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Takes what the page sends, on the browser's own thread, and only queues it. When the writer does
 * not keep up video is dropped first, then everything.
 */
final class TapInbox {
  private static final System.Logger LOG = System.getLogger(TapInbox.class.getName());
  static final long VIDEO_LIMIT = 64L << 20;
  static final long AUDIO_LIMIT = 80L << 20;
  private static final int MAX_WAITING_MESSAGES = 10_000;

  private final SerialWriter writer;
  private final Capture capture;
  private final CaptureStats stats;
  private final InstantSource clock;
  private final Set<Long> documents = ConcurrentHashMap.newKeySet();
  private final Set<TrackKey> needKeys = ConcurrentHashMap.newKeySet();

  TapInbox(SerialWriter writer, Capture capture, CaptureStats stats, InstantSource clock) {
    this.writer = writer;
    this.capture = capture;
    this.stats = stats;
    this.clock = clock;
  }

  /** A message or a batch; never throws. */
  void accept(String text) {
    try {
      if (text.startsWith("{")) {
        message(TapMessage.parse(text));
      } else {
        batch(TapBatch.decode(text));
      }
    } catch (TapFormatException e) {
      LOG.log(Level.WARNING, "The page sent what is not of the tap: {0}", e.getMessage());
    }
  }

  /** Takes out the documents that have begun since the last call. */
  boolean takeNewDocuments() {
    return documents.removeIf(any -> true);
  }

  /** Takes out the video tracks that can only go on with a key frame. */
  Set<TrackKey> takeNeededKeys() {
    Set<TrackKey> taken = Set.copyOf(needKeys);
    needKeys.removeAll(taken);
    return taken;
  }

  private void message(TapMessage message) {
    if (message.type().equals("hello")) {
      documents.add(message.doc());
    }
    long now = clock.millis();
    // Its length counts, so that a page gone mad cannot fill the memory.
    if (!writer.offer(
            AUDIO_LIMIT / MAX_WAITING_MESSAGES,
            2 * AUDIO_LIMIT,
            () -> capture.message(message, now))
        // The page goes on after the recording's end: a document that it opens then is nobody's.
        && !writer.isOver()) {
      LOG.log(Level.WARNING, "Dropped a message of the tap: {0}", message.type());
    }
  }

  private void batch(TapBatch batch) {
    if (writer.offer(batch.bytes(), VIDEO_LIMIT, () -> capture.batch(batch)) || writer.isOver()) {
      return;
    }
    TapBatch rest = batch.with(batch.frames().stream().filter(f -> !f.video()).toList());
    boolean kept = writer.offer(rest.bytes(), AUDIO_LIMIT, () -> capture.batch(rest));
    drop(batch, batch.frames().stream().filter(f -> f.video() || !kept).toList());
  }

  private void drop(TapBatch batch, List<TapFrame> dropped) {
    stats.droppedHere(dropped.size());
    Map<TrackKey, TapFrame> first = new HashMap<>();
    Map<TrackKey, TapFrame> last = new HashMap<>();
    for (TapFrame frame : dropped) {
      TrackKey key = new TrackKey(batch.doc(), frame.track());
      first.putIfAbsent(key, frame);
      last.put(key, frame);
      if (frame.video()) {
        needKeys.add(key);
      }
    }
    first.forEach(
        (key, frame) -> {
          double from = frame.receivedMs();
          double to = last.getOrDefault(key, frame).receivedMs();
          writer.force(() -> capture.lost(key, from, to));
        });
  }
}
