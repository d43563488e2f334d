package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.Job;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What a bot's run needs of its recorder. Used by the run's thread. */
public interface CallRecorder {
  /** The recording begins at {@code zero}: all offsets count from there. */
  void start(Instant zero);

  /** Takes note of who is there, what was written and what was said. */
  void observe(MeetingSnapshot snapshot);

  /** When anybody was last heard; empty when nobody was. */
  Optional<Instant> lastAudioAt();

  /** Stores what is still under way and ends; a second call does nothing. Bounded in time. */
  void stop();

  /** Makes recorders. */
  @FunctionalInterface
  interface Source {
    /**
     * Hooks a recorder into a session whose page is not open yet.
     *
     * @param onFault offered a trigger, from any thread, when recording cannot go on
     */
    CallRecorder attach(BrowserSession session, Job job, Consumer<Trigger> onFault);
  }
}
