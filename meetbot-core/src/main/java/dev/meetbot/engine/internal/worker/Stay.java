package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.lifecycle.JobFacts;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.watch.BotNames;
import dev.meetbot.engine.internal.watch.BotSpotter;
import dev.meetbot.engine.internal.watch.Sight;
import dev.meetbot.engine.internal.watch.Watch;
import dev.meetbot.model.AutoLeave;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From asking to be let in to the end of the call: looks at the page every tick, does what clients
 * ask, and applies what comes of it. One thread.
 */
final class Stay {
  private static final Logger LOG = System.getLogger(Stay.class.getName());

  private final BotParts parts;
  private final Inbox inbox;
  private final MeetingPage page;
  private final Recorder recorder;
  private final RecordingDesk recording;
  private final ConsentDesk consent;
  private final CommandDesk commands;
  private final Watch watch;
  private final Roster roster;
  private final Doorstep door;
  private final Instant askedAt;
  private Instant answeredAt;
  private @Nullable Instant admittedAt;
  private boolean answering = true;
  private boolean signInWanted;

  /** The bot has just asked to be let in. */
  Stay(BotParts parts, Inbox inbox, MeetingPage page, Recorder recorder, Doorstep door) {
    this.parts = parts;
    this.inbox = inbox;
    this.page = page;
    this.recorder = recorder;
    this.door = door;
    this.recording = new RecordingDesk(parts, inbox, page, recorder);
    this.consent = new ConsentDesk(parts, inbox, page, recording);
    this.commands = new CommandDesk(parts, inbox, page, recording, consent);
    AutoLeave auto = inbox.job().spec().autoLeave();
    BotNames bots = parts.botNames(inbox.job());
    this.watch = new Watch(auto, bots);
    this.roster = new Roster(new BotSpotter(bots, auto.onBotDetected()));
    this.askedAt = parts.clock().instant();
    this.answeredAt = askedAt;
  }

  /**
   * Returns when the call is over for the bot.
   *
   * @return a failure that is yet to be applied; empty when everything is
   */
  Optional<Trigger> run() throws InterruptedException {
    while (!inbox.isAbandoned() && present(inbox.job().status())) {
      Optional<Trigger> trigger = inbox.next().or(commands::work).or(this::tick);
      if (trigger.isEmpty()) {
        inbox.await(parts.settings().tickInterval());
      } else if (trigger.get().failure() != null) {
        return trigger;
      } else {
        parts.apply(inbox, trigger.get());
        if (trigger.get().kind() == Trigger.Kind.ADMITTED) {
          recording.admitted(admittedAt);
          door.endFilm();
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the page gave answers to the end. */
  boolean answering() {
    return answering;
  }

  /** Whether the page wanted a sign-in before anybody was asked. */
  boolean signInWanted() {
    return signInWanted;
  }

  private static boolean present(JobStatus status) {
    return status == JobStatus.JOINING || status.inMeeting();
  }

  private Optional<Trigger> tick() {
    Instant now = parts.clock().instant();
    MeetingSnapshot snapshot;
    try {
      page.tend();
      snapshot = page.snapshot(parts.settings().snapshotTimeout());
    } catch (BrowserGoneException e) {
      throw e;
    } catch (BrowserException e) {
      return unanswered(e);
    }
    answeredAt = parts.clock().instant();
    door.journal().saw(snapshot);
    admittedAt = snapshot.admittedAt();
    signInWanted = snapshot.state() == MeetingState.SIGN_IN_REQUIRED && nobodyAsked();
    if (inbox.job().status().inMeeting()) {
      Optional<Trigger> refused = consent.look(snapshot, now);
      if (refused.isPresent()) {
        return refused;
      }
      recording.look();
      recorder.observe(snapshot);
      commands.seen(snapshot);
      note(snapshot);
    } else if (snapshot.state() == MeetingState.WAITING_ROOM) {
      parts.change(inbox, JobFacts::waiting);
    }
    Job job = inbox.job();
    Instant heard = recorder.health().lastAudioAt();
    return watch.look(new Sight(snapshot, now, askedAt, job.progress().joinedAt(), heard));
  }

  private boolean nobodyAsked() {
    Job job = inbox.job();
    return job.status() == JobStatus.JOINING && job.progress().waitingRoomSince() == null;
  }

  private Optional<Trigger> unanswered(BrowserException e) {
    Duration silent = Duration.between(answeredAt, parts.clock().instant());
    LOG.log(Level.DEBUG, "no snapshot of job {0}: {1}", inbox.job().id(), e.getMessage());
    if (silent.compareTo(parts.settings().freezeTimeout()) < 0) {
      return Optional.empty();
    }
    answering = false;
    return Optional.of(
        Trigger.broken(
            "the meeting's page gave no answer for "
                + silent.toSeconds()
                + " s: "
                + e.getMessage()));
  }

  private void note(MeetingSnapshot snapshot) {
    roster
        .changes(snapshot)
        .ifPresent(
            news ->
                parts.change(
                    inbox,
                    (job, at) -> JobFacts.seen(job, news.participants(), news.events(), at)));
  }
}
