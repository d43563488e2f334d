package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.RecordingStep.Wish;
import dev.meetbot.model.Job;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.meeting.MeetingPage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Starts, pauses and stops the recording of one call, as the client wishes and the host allows. One
 * thread.
 */
final class RecordingDesk {
  private static final Logger LOG = System.getLogger(RecordingDesk.class.getName());
  private static final Duration EARLIEST = Duration.ofSeconds(5);

  private final BotParts parts;
  private final Inbox inbox;
  private final MeetingPage page;
  private final Recorder recorder;
  private Wish wish;
  private boolean allowed;
  private boolean entered;
  private boolean begun;
  private Instant confirmedAt;

  RecordingDesk(BotParts parts, Inbox inbox, MeetingPage page, Recorder recorder) {
    this.parts = parts;
    this.inbox = inbox;
    this.page = page;
    this.recorder = recorder;
    this.wish = inbox.job().spec().recording().startOnJoin() ? Wish.RUN : Wish.PAUSE;
    this.allowed = !guarded();
    this.confirmedAt = parts.clock().instant();
  }

  /** The bot is in the call; starts when nothing speaks against it. */
  void admitted(@Nullable Instant admittedAt) {
    recorder.begin();
    entered = true;
    settle(zero(admittedAt));
  }

  /** The job may have been seen in an older state when the bot came in: begins what is due. */
  void look() {
    if (entered && !begun) {
      settle(parts.clock().instant());
    }
  }

  /** The client wishes it so from here on. */
  void wish(Wish wanted) {
    wish = wanted;
    settle(parts.clock().instant());
  }

  /** The host allows it from here on, or does not. */
  void allow(boolean yes) {
    if (yes && !allowed) {
      confirmedAt = parts.clock().instant();
    }
    allowed = yes;
    settle(parts.clock().instant());
  }

  /**
   * A look at the page, begun at that time, showed that the host still allows to record. Where a
   * yes is needed, what was received is kept only once such a look has come after it.
   */
  void confirmed(Instant lookedAt) {
    if (guarded() && allowed) {
      confirmedAt = lookedAt;
      recorder.confirm(lookedAt);
    }
  }

  private boolean guarded() {
    return inbox.job().spec().consent().required();
  }

  private void settle(Instant zero) {
    Job job = inbox.job();
    RecordingSpec wanted = job.spec().recording();
    if (!job.status().inMeeting() || !wanted.records()) {
      return;
    }
    switch (RecordingStep.of(job.progress().recordingState(), wish, allowed)) {
      case START -> start(zero);
      case RESUME -> {
        page.announceRecording(true);
        recorder.resume();
        note(false);
      }
      case PAUSE -> {
        pause("paused");
        note(true);
      }
      case STOP -> {
        pause("stopped");
        parts.apply(inbox, Trigger.of(Trigger.Kind.RECORDING_STOPPED));
      }
      case NOTHING -> {
        // It is as it should be.
      }
    }
  }

  private void start(Instant zero) {
    if (begun) {
      page.announceRecording(true);
      recorder.resume();
    } else {
      begun = true;
      recorder.start(zero);
      page.announceRecording(true);
    }
    parts.apply(inbox, Trigger.of(Trigger.Kind.RECORDING_STARTED));
  }

  /** The host's no counts from the last look that still showed a yes. */
  private void pause(String reason) {
    if (guarded() && !allowed) {
      recorder.pauseFrom(confirmedAt, reason);
    } else {
      recorder.pause(reason);
    }
    try {
      page.announceRecording(false);
    } catch (BrowserGoneException e) {
      throw e;
    } catch (BrowserException e) {
      LOG.log(Level.WARNING, "the pause of the recording could not be shown", e);
    }
  }

  private void note(boolean paused) {
    parts.change(inbox, (job, now) -> JobFacts.recording(job, paused, now));
  }

  /** What came between being let in and noticing it belongs to the recording too. */
  private Instant zero(@Nullable Instant admittedAt) {
    Instant now = parts.clock().instant();
    boolean recent =
        admittedAt != null
            && !admittedAt.isAfter(now)
            && admittedAt.isAfter(now.minus(EARLIEST))
            && !guarded();
    return recent && admittedAt != null ? admittedAt : now;
  }
}
