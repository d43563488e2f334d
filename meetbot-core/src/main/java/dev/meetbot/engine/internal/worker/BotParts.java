package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.IllegalTransitionException;
import dev.meetbot.engine.internal.entry.WaysIn;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.engine.internal.watch.BotNames;
import dev.meetbot.engine.internal.watch.BotVendors;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What every bot's run works with. */
public record BotParts(
    EngineSettings settings,
    JobLifecycle lifecycle,
    JobTransitions transitions,
    BrowserDriver browser,
    List<MeetingPlatform> platforms,
    ArtifactStore artifacts,
    Finishing finishing,
    BotVendors vendors,
    CreditGate credit,
    WaysIn waysIn,
    MatchCounter matches,
    InstantSource clock) {
  private static final Logger LOG = System.getLogger(BotParts.class.getName());

  /** Who counts as a bot for a job. */
  BotNames botNames(Job job) {
    return new BotNames(vendors, job.spec().autoLeave().botNames());
  }

  /** The platform of a job's meeting, with the meeting. */
  Destination destination(Job job) {
    for (MeetingPlatform platform : platforms) {
      if (platform.id().equals(job.spec().platform())) {
        MeetingUrl url =
            platform
                .parse(job.spec().meetingUrl())
                .orElseThrow(() -> new IllegalStateException("the meeting URL is not understood"));
        return new Destination(platform, url);
      }
    }
    throw new IllegalStateException("no platform " + job.spec().platform() + " here any more");
  }

  /**
   * Applies what the run found. When the call was ended by somebody else meanwhile, on whatever
   * node, that goes first and the trigger is dropped.
   */
  void apply(Inbox inbox, Trigger trigger) {
    JobId id = inbox.job().id();
    try {
      inbox.refreshed(transitions.apply(id, trigger));
    } catch (IllegalTransitionException e) {
      Job now = transitions.change(id, (job, at) -> Optional.empty());
      if (now.status() == JobStatus.JOINING || now.status().inMeeting()) {
        throw e;
      }
      LOG.log(Level.DEBUG, "job {0} is over already: {1}", id, e.getMessage());
      inbox.refreshed(now);
    }
  }

  /** Stores a fact that the run found. */
  void change(Inbox inbox, JobTransitions.Decision decision) {
    inbox.refreshed(transitions.change(inbox.job().id(), decision));
  }

  /** Where a bot goes. */
  record Destination(MeetingPlatform platform, MeetingUrl url) {}
}
