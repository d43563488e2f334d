package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.CapturePlan;
import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.capture.RecorderFault;
import dev.meetbot.engine.internal.entry.Borrowing;
import dev.meetbot.engine.internal.entry.Borrowing.Loan;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.worker.BotParts.Destination;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.JoinSpec.SignIn;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.Visit;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bot has before it asks to be let in: its account, its browser, the recorder's tap in it,
 * the meeting's first page. Each is made when it is first asked for, so that it may stand ready
 * some time before it is needed. Used by the run's thread.
 */
final class Doorstep implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Doorstep.class.getName());

  private final BotParts parts;
  private final Inbox inbox;
  private final Journal journal;
  private @Nullable BrowserSession browser;
  private @Nullable Recorder recorder;
  private @Nullable MeetingPage page;
  private @Nullable JobSpec madeFor;
  private @Nullable Loan loan;
  private @Nullable JoinFilm film;
  private @Nullable Visit visit;

  Doorstep(BotParts parts, Inbox inbox) {
    this.parts = parts;
    this.inbox = inbox;
    this.journal = new Journal(parts.clock());
  }

  /** What was reached when. */
  Journal journal() {
    return journal;
  }

  /** Which alternatives the open page found, by element; empty when no page is open. */
  Map<String, Integer> matched() {
    return page == null ? Map.of() : page.matched();
  }

  /** Takes what let the bot in out of what is kept as evidence. */
  Masked masked() {
    return Masked.of(visit);
  }

  BrowserSession browser() {
    if (browser == null) {
      madeFor = inbox.job().spec();
      MeetingPlatform platform = parts.destination(inbox.job()).platform();
      browser =
          parts
              .browser()
              .launch(
                  BrowserOptions.DEFAULTS
                      .withLanguage(platform.language())
                      .withTabCapture(plan().capturesTab())
                      .withDevices(platform.wantsDevices())
                      .withSignedIn(loan == null ? null : loan.state()));
      journal.reached("browser");
    }
    return browser;
  }

  /** The recorder, whose tap is in the browser before any page of the meeting. */
  Recorder recorder() {
    if (recorder == null) {
      Job job = inbox.job();
      int attempt = job.progress().attempt() + (job.status() == JobStatus.QUEUED ? 1 : 0);
      recorder =
          Recorder.attach(
              browser(),
              plan(),
              parts.artifacts(),
              new ArtifactKey(job.tenant() + "/" + job.id() + "/capture/" + attempt),
              parts.clock(),
              this::recorderFault);
    }
    return recorder;
  }

  /** The meeting's first page, open. */
  MeetingPage page() {
    if (page == null) {
      recorder();
      Destination destination = parts.destination(inbox.job());
      startFilm();
      Visit now = parts.waysIn().visit(inbox.job(), destination.url(), plan().capturesTab());
      visit = now;
      page = destination.platform().open(browser(), now);
      journal.reached("page");
    }
    return page;
  }

  private void startFilm() {
    Job job = inbox.job();
    if (job.spec().join().film() && film == null) {
      film =
          JoinFilm.start(browser(), parts.artifacts(), Evidence.prefix(job), parts.clock())
              .orElse(null);
    }
  }

  /** The bot is in, or will not get in: its film ends. A second call does nothing. */
  void endFilm() {
    if (film != null) {
      film.close();
    }
    film = null;
  }

  /** Whether the bot may go in as it is: with an account, when it is not to go without. */
  boolean identified() {
    return loan != null || inbox.job().spec().join().signIn() != SignIn.ALWAYS;
  }

  /** Whether the browser is signed in to an account. */
  @Nullable Loan loan() {
    return loan;
  }

  /** Takes an account, which the next browser has; the one that it has when it has one. */
  Borrowing borrow() {
    if (loan != null) {
      return loan;
    }
    Borrowing found = parts.waysIn().identities().borrow(inbox.job().spec().platform());
    if (found instanceof Loan taken) {
      loan = taken;
      madeFor = inbox.job().spec();
    }
    return found;
  }

  /** Comes on the recorder's thread. */
  private void recorderFault(RecorderFault fault) {
    LOG.log(Level.WARNING, "job {0}: {1}", inbox.job().id(), fault.detail());
    if (fault.kind() != RecorderFault.Kind.TAB_CAPTURE_FAILED) {
      inbox.offer(Trigger.broken(fault.detail()));
    }
  }

  private CapturePlan plan() {
    Job job = inbox.job();
    return CapturePlan.of(
        job.spec().recording(),
        job.spec().consent().required(),
        parts.destination(job).platform().audioShape());
  }

  /**
   * Makes all ready that may be before asking, but for a bot that has to wait for its account.
   * Ready already: does nothing.
   *
   * @throws RuntimeException when that fails; nothing is open then
   */
  void stage() {
    if (!identified() && !(borrow() instanceof Loan)) {
      return; // perhaps there is one when the bot is due
    }
    try {
      recorder();
      if (parts.destination(inbox.job()).platform().opensEarly()) {
        page();
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Closes what was made ready for another meeting or time than the job has by now. */
  void refresh() {
    boolean open = browser != null || loan != null;
    if (open && !inbox.job().spec().equals(madeFor)) {
      close();
    }
  }

  /** Whether a browser is there. */
  boolean isStaged() {
    return browser != null;
  }

  /** Whether what is staged still answers; what does not is closed. */
  boolean answers() {
    try {
      if (page != null) {
        page.snapshot(parts.settings().snapshotTimeout());
      }
      return isStaged();
    } catch (BrowserException e) {
      LOG.log(Level.WARNING, "a staged bot was lost: {0}", e.getMessage());
      close();
      return false;
    }
  }

  /** Closes what is open and gives the account back; a second call does nothing. */
  @Override
  public void close() {
    closeBrowser();
    if (loan != null) {
      parts.waysIn().identities().giveBack(loan);
    }
    loan = null;
  }

  /** Closes what is open and keeps the account. */
  void closeBrowser() {
    endFilm();
    if (recorder != null) {
      recorder.stop("closed");
    }
    if (browser != null) {
      browser.close();
    }
    recorder = null;
    page = null;
    browser = null;
  }
}
