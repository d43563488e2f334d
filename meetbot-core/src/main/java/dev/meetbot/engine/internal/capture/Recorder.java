package dev.meetbot.engine.internal.capture;

import dev.meetbot.engine.internal.capture.Capture.TrackKey;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Records what a browser's page receives, by a tap that copies encoded frames on their way to the
 * decoder (W3C "WebRTC Encoded Transform").
 *
 * <p>All methods may be called from any one thread at a time, but never from a browser's handler.
 * Those that speak to the page block for at most 2 s, starting tab capture for at most 10 s; none
 * throws when the browser is gone. The store is only used by a thread of the recorder's own.
 */
public final class Recorder {
  private static final long STOP_TIMEOUT_MS = 15_000;

  private final CapturePlan plan;
  private final InstantSource clock;
  private final CaptureStats stats = new CaptureStats();
  private final Capture capture;
  private final SerialWriter writer;
  private final TapInbox inbox;
  private final TapControl control;
  private TapMode mode = TapMode.OFF;
  private boolean started;
  private boolean paused;
  private boolean stopped;

  private Recorder(
      BrowserSession session,
      String handle,
      CapturePlan plan,
      ArtifactStore store,
      ArtifactKey prefix,
      InstantSource clock,
      Consumer<RecorderFault> onFault) {
    this.plan = plan;
    this.clock = clock;
    this.capture = new Capture(plan, store, prefix, stats, onFault);
    this.writer = new SerialWriter("meetbot-capture" + handle, () -> capture.tick(clock.millis()));
    this.inbox = new TapInbox(writer, capture, stats, clock);
    this.control = new TapControl(session.page(), handle);
  }

  /**
   * Puts the tap into every document that the session opens from now on. Nothing is kept before
   * {@link #start}, but where the plan allows it the latest frames are held in memory.
   *
   * @param prefix everything is stored below it; docs/capture-format.md says how
   * @param onFault called by the recorder's thread, at most once for the store
   */
  public static Recorder attach(
      BrowserSession session,
      CapturePlan plan,
      ArtifactStore store,
      ArtifactKey prefix,
      InstantSource clock,
      Consumer<RecorderFault> onFault) {
    String handle = "_" + UUID.randomUUID().toString().replace("-", "");
    Recorder recorder = new Recorder(session, handle, plan, store, prefix, clock, onFault);
    recorder.mode = plan.holdEarly() ? TapMode.of(plan) : TapMode.OFF;
    String binding = handle + "s";
    session.expose(binding, recorder.inbox::accept);
    session.addInitScript(TapScript.of(handle, binding, recorder.mode, plan.playsWebAudio()));
    recorder.writer.start();
    return recorder;
  }

  /** The bot is in the call: makes sure that the page it is in now is tapped as planned. */
  public void begin() {
    if (!stopped) {
      control.mode(mode);
    }
  }

  /**
   * Starts the recording; a second call does nothing.
   *
   * @param zero all timestamps count from it; at most some seconds before now
   */
  public void start(Instant zero) {
    if (started || stopped) {
      return;
    }
    started = true;
    writer.force(() -> capture.start(zero.toEpochMilli()));
    use(TapMode.of(plan));
    if (plan.capturesTab()) {
      startTab();
    }
  }

  /** From this moment on nothing is kept; time goes on. Paused already: does nothing. */
  public void pause() {
    pause("paused");
  }

  /**
   * The same.
   *
   * @param reason goes into the log; {@code stopped} when the recording is meant to be over
   */
  public void pause(String reason) {
    if (started && !paused && !stopped) {
      paused = true;
      long before = clock.millis();
      use(TapMode.OFF);
      // What the page still copied is from before the pause; one that does not answer may go on.
      long at = control.applied() ? clock.millis() : before;
      writer.force(() -> capture.pause(at, reason));
    }
  }

  /**
   * What was received from that moment on is not kept, as far as it is not written yet; where
   * frames must be confirmed nothing is that came after the latest confirmation. Paused already:
   * does nothing.
   *
   * @param from not later than now
   */
  public void pauseFrom(Instant from, String reason) {
    if (started && !paused && !stopped) {
      paused = true;
      long at = from.toEpochMilli();
      writer.force(() -> capture.pause(at, reason));
      use(TapMode.OFF);
    }
  }

  /**
   * What was received before may be kept: a look at the page that began then showed it. Only for
   * plans with {@link CapturePlan#guarded}; what is never confirmed is forgotten.
   */
  public void confirm(Instant before) {
    if (!stopped) {
      long ms = before.toEpochMilli();
      writer.force(() -> capture.confirm(ms));
    }
  }

  /** Goes on after a pause; not paused: does nothing. */
  public void resume() {
    if (started && paused && !stopped) {
      paused = false;
      long now = clock.millis();
      writer.force(() -> capture.resume(now));
      use(TapMode.of(plan));
    }
  }

  /** Logs what the page shows now and keeps the tap as it should be; to be called every tick. */
  public void observe(MeetingSnapshot snapshot) {
    if (stopped) {
      return;
    }
    long now = clock.millis();
    writer.force(() -> capture.observe(snapshot, now));
    if (inbox.takeNewDocuments() || !control.applied()) {
      control.mode(mode);
    }
    if (writer.waitingBytes() < TapInbox.VIDEO_LIMIT / 2) {
      Set<TrackKey> needed = new HashSet<>(inbox.takeNeededKeys());
      needed.addAll(capture.takeNeededKeys());
      if (!needed.isEmpty()) {
        control.need(needed);
      }
    }
  }

  /** How it goes; never blocks. */
  public RecorderHealth health() {
    return stats.health();
  }

  /**
   * Takes the page's last frames, ends all files and waits until they are written, at most 17 s. A
   * second call does nothing.
   *
   * @param reason goes into the log
   * @return the final figures
   */
  public RecorderHealth stop(String reason) {
    if (!stopped) {
      stopped = true;
      control.mode(TapMode.OFF);
      if (started) {
        control.flush();
      }
      long now = clock.millis();
      if (!writer.finish(() -> capture.stop(reason, now), STOP_TIMEOUT_MS)) {
        System.getLogger(Recorder.class.getName())
            .log(
                System.Logger.Level.WARNING,
                "The store is too slow: the end of the recording is late");
      }
    }
    return health();
  }

  private void use(TapMode wanted) {
    mode = wanted;
    control.mode(wanted);
  }

  private void startTab() {
    try {
      control.tab(plan.tapsAudio());
    } catch (BrowserException e) {
      long now = clock.millis();
      writer.force(() -> capture.tabFailed(String.valueOf(e.getMessage()), now));
    }
  }
}
