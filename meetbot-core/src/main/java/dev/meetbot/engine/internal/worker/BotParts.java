package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.watch.BotNames;
import dev.meetbot.engine.internal.watch.BotVendors;
import dev.meetbot.model.Job;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import java.time.InstantSource;
import java.util.List;

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
    InstantSource clock) {

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

  /** Where a bot goes. */
  record Destination(MeetingPlatform platform, MeetingUrl url) {}
}
