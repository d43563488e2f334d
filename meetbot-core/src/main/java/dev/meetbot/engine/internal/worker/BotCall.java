package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.CapturePlan;
import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.capture.RecorderFault;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.BotParts.Destination;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.RecordingSpec;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bot's time in one meeting: opens the page, asks, watches, records, leaves. */
final class BotCall {
  private static final Logger LOG = System.getLogger(BotCall.class.getName());

  private final BotParts parts;
  private final Inbox inbox;
  private boolean answering = true;

  BotCall(BotParts parts, Inbox inbox) {
    this.parts = parts;
    this.inbox = inbox;
  }

  /** Returns when the bot is out of the meeting; the inbox then holds the job as it is. */
  void run() throws InterruptedException {
    Job job = inbox.job();
    BrowserOptions usual = BrowserOptions.DEFAULTS;
    BrowserOptions options =
        new BrowserOptions(usual.width(), usual.height(), usual.language(), recordsTab(job));
    BrowserSession session;
    try {
      session = parts.browser().launch(options);
    } catch (BrowserException e) {
      fault(null, Trigger.broken("no browser: " + e.getMessage()));
      return;
    }
    try (session) {
      meet(job, session);
    }
  }

  private static boolean recordsTab(Job job) {
    return job.spec().recording().video() == RecordingSpec.Video.TAB;
  }

  private void meet(Job job, BrowserSession session) throws InterruptedException {
    Recorder recorder = recorder(job, session);
    MeetingPage page = null;
    try {
      Destination destination = parts.destination(job);
      page = destination.platform().open(session, destination.url(), recordsTab(job));
      page.requestToJoin(job.spec().displayName());
      Stay stay = new Stay(parts, inbox, page, recorder);
      Optional<Trigger> fault = stay.run();
      answering = stay.answering();
      if (fault.isPresent()) {
        fault(session, fault.get());
      }
    } catch (BrowserException e) {
      answering = false;
      fault(session, Trigger.broken(e.getMessage()));
    } finally {
      leave(page, recorder);
    }
  }

  private Recorder recorder(Job job, BrowserSession session) {
    ArtifactKey prefix =
        new ArtifactKey(job.tenant() + "/" + job.id() + "/capture/" + job.progress().attempt());
    return Recorder.attach(
        session,
        CapturePlan.of(job.spec().recording(), job.spec().consent().required()),
        parts.artifacts(),
        prefix,
        parts.clock(),
        this::recorderFault);
  }

  /** Comes on the recorder's thread. */
  private void recorderFault(RecorderFault fault) {
    LOG.log(Level.WARNING, "job {0}: {1}", inbox.job().id(), fault.detail());
    if (fault.kind() != RecorderFault.Kind.TAB_CAPTURE_FAILED) {
      inbox.offer(Trigger.broken(fault.detail()));
    }
  }

  private void apply(Trigger trigger) {
    parts.apply(inbox, trigger);
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
