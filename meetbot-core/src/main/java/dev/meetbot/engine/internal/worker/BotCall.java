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
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bot's time in one meeting: opens the page, asks, watches, records, leaves. */
final class BotCall {
  private static final Logger LOG = System.getLogger(BotCall.class.getName());

  private static final Duration EARLIEST = Duration.ofSeconds(5);

  private final BotParts parts;
  private final Inbox inbox;
  private final Doorstep door;
  private final Watch watch;
  private final Roster roster;
  private Instant askedAt;
  private Instant answeredAt;
  private @Nullable Instant admittedAt;
  private boolean answering = true;

  BotCall(BotParts parts, Inbox inbox, Doorstep door) {
    this.parts = parts;
    this.inbox = inbox;
    this.door = door;
    AutoLeave auto = inbox.job().spec().autoLeave();
    BotNames bots = parts.botNames(inbox.job());
    this.watch = new Watch(auto, bots);
    this.roster = new Roster(new BotSpotter(bots, auto.onBotDetected()));
    this.askedAt = parts.clock().instant();
    this.answeredAt = askedAt;
  }

  /** Returns when the bot is out of the meeting; the inbox then holds the job as it is. */
  void run() throws InterruptedException {
    BrowserSession session;
    try {
      session = door.browser();
    } catch (BrowserException e) {
      fault(null, Trigger.broken("no browser: " + e.getMessage()));
      return;
    }
    try (door) {
      meet(session);
    }
  }

  private void meet(BrowserSession session) throws InterruptedException {
    Recorder recorder = door.recorder();
    MeetingPage page = null;
    try {
      page = door.page();
      page.requestToJoin(inbox.job().spec().displayName());
      askedAt = parts.clock().instant();
      answeredAt = askedAt;
      stay(session, page, recorder);
    } catch (BrowserException e) {
      answering = false;
      fault(session, Trigger.broken(e.getMessage()));
    } finally {
      leave(page, recorder);
    }
  }

  private void stay(BrowserSession session, MeetingPage page, Recorder recorder)
      throws InterruptedException {
    while (!inbox.isAbandoned() && present(inbox.job().status())) {
      Optional<Trigger> trigger = inbox.next().or(() -> tick(page, recorder));
      if (trigger.isEmpty()) {
        inbox.await(parts.settings().tickInterval());
      } else if (trigger.get().kind() == Trigger.Kind.FAULTED) {
        fault(session, trigger.get());
      } else {
        apply(trigger.get());
        if (trigger.get().kind() == Trigger.Kind.ADMITTED) {
          startRecording(page, recorder);
        }
      }
    }
  }

  private static boolean present(JobStatus status) {
    return status == JobStatus.JOINING || status.inMeeting();
  }

  private Optional<Trigger> tick(MeetingPage page, Recorder recorder) {
    Instant now = parts.clock().instant();
    MeetingSnapshot snapshot;
    try {
      snapshot = page.snapshot(parts.settings().snapshotTimeout());
    } catch (BrowserGoneException e) {
      throw e;
    } catch (BrowserException e) {
      return unanswered(e);
    }
    answeredAt = parts.clock().instant();
    admittedAt = snapshot.admittedAt();
    Job job = inbox.job();
    if (job.status().inMeeting()) {
      recorder.observe(snapshot);
      note(snapshot);
    } else if (snapshot.state() == MeetingState.WAITING_ROOM) {
      inbox.refreshed(parts.transitions().change(job.id(), JobFacts::waiting));
    }
    Instant heard = recorder.health().lastAudioAt();
    return watch.look(new Sight(snapshot, now, askedAt, job.progress().joinedAt(), heard));
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
                inbox.refreshed(
                    parts
                        .transitions()
                        .change(
                            inbox.job().id(),
                            (job, at) ->
                                JobFacts.seen(job, news.participants(), news.events(), at))));
  }

  private void startRecording(MeetingPage page, Recorder recorder) {
    Job job = inbox.job();
    RecordingSpec wanted = job.spec().recording();
    boolean now = wanted.records() && wanted.startOnJoin() && !job.spec().consent().required();
    if (job.status() != JobStatus.IN_CALL || !now) {
      return;
    }
    recorder.begin();
    recorder.start(zero());
    page.announceRecording(true);
    apply(Trigger.of(Trigger.Kind.RECORDING_STARTED));
  }

  /** What came between being let in and noticing it belongs to the recording too. */
  private Instant zero() {
    Instant now = parts.clock().instant();
    Instant in = admittedAt;
    boolean recent = in != null && !in.isAfter(now) && in.isAfter(now.minus(EARLIEST));
    return recent && in != null ? in : now;
  }

  private void apply(Trigger trigger) {
    inbox.refreshed(parts.transitions().apply(inbox.job().id(), trigger));
  }

  /** Keeps the evidence, and for a job that will not be tried again writes the manifest first. */
  private void fault(@Nullable BrowserSession session, Trigger trigger)
      throws InterruptedException {
    Job job = inbox.job();
    if (session != null) {
      new Evidence(parts.artifacts(), Evidence.prefix(job)).collect(session, trigger, answering);
    }
    boolean last =
        job.status() == JobStatus.JOINING
            && trigger.failure() != null
            && !parts.lifecycle().willRetry(job, trigger.failure().code());
    apply(last ? trigger.withManifest(failedManifest(job, trigger)) : trigger);
  }

  private @Nullable String failedManifest(Job job, Trigger trigger) throws InterruptedException {
    try {
      return parts.finishing().finish(job, JobStatus.FAILED, trigger.reason(), trigger.failure());
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "no manifest for the failed job " + job.id(), e);
      return null;
    }
  }

  private void leave(@Nullable MeetingPage page, Recorder recorder) {
    recorder.stop(inbox.job().status().wireName());
    if (page == null || !answering) {
      return;
    }
    try {
      page.leave();
    } catch (BrowserException e) {
      LOG.log(Level.DEBUG, "the page could not be left: {0}", e.getMessage());
    }
  }
}
