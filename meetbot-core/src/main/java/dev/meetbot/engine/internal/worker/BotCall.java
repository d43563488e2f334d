package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.SignInDesk.Next;
import dev.meetbot.model.EndReason;
import dev.meetbot.model.FailureCode;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.browser.PageUnreachableException;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MissingTokenException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bot's time in one meeting: opens the page, asks, watches, records, leaves. A guest whom the
 * page sends to sign in tries once more with an account.
 */
final class BotCall {
  private static final Logger LOG = System.getLogger(BotCall.class.getName());

  private final BotParts parts;
  private final Inbox inbox;
  private final Doorstep door;
  private final SignInDesk signIn;
  private boolean answering = true;
  private boolean again;

  BotCall(BotParts parts, Inbox inbox, Doorstep door) {
    this.parts = parts;
    this.inbox = inbox;
    this.door = door;
    this.signIn = new SignInDesk(parts, inbox, door);
  }

  /** Returns when the bot is out of the meeting; the inbox then holds the job as it is. */
  void run() throws InterruptedException {
    try (door) {
      do {
        again = false;
        visit();
      } while (again);
    }
  }

  private void visit() throws InterruptedException {
    BrowserSession session;
    try {
      session = door.browser();
    } catch (BrowserException e) {
      fault(null, Trigger.broken("no browser: " + e.getMessage()));
      return;
    }
    meet(session);
    if (again) {
      door.closeBrowser();
      Optional<Trigger> fault = signIn.await();
      again = fault.isEmpty() && door.loan() != null && !inbox.isAbandoned();
      again &= inbox.job().status() == JobStatus.JOINING;
      if (fault.isPresent()) {
        fault(null, fault.get());
      }
    }
  }

  private void meet(BrowserSession session) throws InterruptedException {
    Recorder recorder = door.recorder();
    MeetingPage page = null;
    try {
      page = door.page();
      page.requestToJoin(inbox.job().spec().displayName());
      door.journal().reached("asked");
      Stay stay = new Stay(parts, inbox, page, recorder, door);
      Optional<Trigger> fault = stay.run();
      answering = stay.answering();
      if (fault.isPresent()) {
        Next next = stay.signInWanted() ? signIn.wanted(fault.get()) : new Next(fault.get(), false);
        again = next.again();
        if (!again) {
          fault(session, next.fault());
        }
      }
    } catch (MissingTokenException e) {
      String why = String.valueOf(e.getMessage());
      fault(session, Trigger.faulted(EndReason.FAULT, FailureCode.AUTH_FAILURE, why));
    } catch (PageUnreachableException e) {
      String why = "the meeting's page could not be reached: " + e.getMessage();
      fault(session, Trigger.faulted(EndReason.FAULT, FailureCode.NETWORK_LOSS, why));
    } catch (BrowserException e) {
      answering = false;
      fault(session, Trigger.broken(e.getMessage()));
    } finally {
      leave(page, recorder);
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
      new Evidence(parts.artifacts(), Evidence.prefix(job), door.journal(), door.masked())
          .collect(session, trigger, door.matched(), answering);
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
    String platform = inbox.job().spec().platform();
    door.matched().forEach((element, i) -> parts.matches().matched(platform, element, i));
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
