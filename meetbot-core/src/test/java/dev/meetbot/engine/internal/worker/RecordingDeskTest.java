package dev.meetbot.engine.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.engine.EngineSettings;
import dev.meetbot.engine.internal.capture.CapturePlan;
import dev.meetbot.engine.internal.capture.Recorder;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.engine.internal.watch.BotVendors;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.TestJobs;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A recording begins although the job was last seen as it was before the bot came in. */
@Timeout(10)
class RecordingDeskTest {
  private final ManualClock clock = ManualClock.startingAnyTime();
  private final MemoryStorage storage = new MemoryStorage();
  private final MemoryArtifactStore artifacts = new MemoryArtifactStore(clock, Long.MAX_VALUE);
  private final FakeBrowserDriver browser = new FakeBrowserDriver();
  private final FakeMeeting meeting = new FakeMeeting();
  private final BrowserSession session = browser.launch(BrowserOptions.DEFAULTS);
  private final Recorder recorder =
      Recorder.attach(
          session,
          CapturePlan.of(TestJobs.aJob().spec().recording(), false),
          artifacts,
          new ArtifactKey("acme/job/capture/1"),
          clock,
          fault -> {
            throw new AssertionError(fault);
          });

  private final Job joining;
  private final Job inCall;
  private final Inbox inbox;
  private final RecordingDesk desk;

  RecordingDeskTest() {
    Job queued = TestJobs.aJob();
    joining = TestJobs.moved(queued, JobStatus.JOINING, clock.instant()).job();
    inCall = TestJobs.moved(joining, JobStatus.IN_CALL, clock.instant()).job();
    storage.jobs().insert(TestJobs.created(queued));
    storage.jobs().commit(TestJobs.moved(queued, JobStatus.JOINING, clock.instant()));
    storage.jobs().commit(TestJobs.moved(joining, JobStatus.IN_CALL, clock.instant()));
    inbox = new Inbox(joining);
    MeetingPage page =
        meeting.open(
            session,
            Visit.of(
                meeting.parse(URI.create("https://meeting.example/a")).orElseThrow(),
                "Notes",
                false));
    desk = new RecordingDesk(parts(), inbox, page, recorder);
  }

  private BotParts parts() {
    JobLifecycle lifecycle = new JobLifecycle(3, Duration.ofSeconds(5));
    return new BotParts(
        EngineSettings.of(edit -> {}),
        lifecycle,
        new JobTransitions(storage.jobs(), lifecycle, clock, List.of()),
        browser,
        List.of(meeting),
        artifacts,
        null, // nothing is finalized and nobody signs in here
        BotVendors.builtIn(),
        tenant -> Optional.empty(),
        null,
        (platform, element, alternative) -> {},
        clock);
  }

  @AfterEach
  void close() {
    recorder.stop("test");
    browser.close();
  }

  private JobStatus stored() {
    return storage.jobs().find(joining.id()).orElseThrow().status();
  }

  @Test
  void who_was_let_in_is_recorded_at_once() {
    inbox.refreshed(inCall);
    desk.admitted(clock.instant());
    assertThat(stored()).isEqualTo(JobStatus.RECORDING);
    assertThat(meeting.acts()).containsOnlyOnce("recording true");
  }

  @Test
  void a_job_that_is_seen_late_is_recorded_at_the_next_look() {
    desk.admitted(clock.instant());
    desk.look();
    assertThat(stored()).isEqualTo(JobStatus.IN_CALL);

    inbox.refreshed(inCall);
    desk.look();
    assertThat(stored()).isEqualTo(JobStatus.RECORDING);
  }

  @Test
  void nothing_begins_before_the_bot_is_in_nor_twice() {
    inbox.refreshed(inCall);
    desk.look();
    assertThat(stored()).isEqualTo(JobStatus.IN_CALL);

    desk.admitted(clock.instant());
    desk.wish(RecordingStep.Wish.STOP);
    desk.look();
    assertThat(inbox.job().status()).isEqualTo(JobStatus.IN_CALL);
    assertThat(meeting.acts()).containsExactly("recording true", "recording false");
  }
}
