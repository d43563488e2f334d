package dev.meetbot.engine;

import dev.meetbot.model.Job;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryArtifactStore;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingSnapshot.Participant;
import dev.meetbot.spi.meeting.MeetingState;
import dev.meetbot.tck.FakeBrowserDriver;
import dev.meetbot.tck.FakeMeeting;
import dev.meetbot.tck.FakeWebhookTransport;
import dev.meetbot.tck.ManualClock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** An engine over memory and fakes, with a clock by hand. */
final class EngineFixture implements AutoCloseable {
  static final Participant SELF = new Participant("bot", "Notes", true, false, true, false);
  static final Participant ADA = new Participant("ada", "Ada", false, true, false, false);

  final ManualClock clock;
  final MemoryStorage storage;
  final MemoryArtifactStore artifacts;
  final FakeBrowserDriver browser = new FakeBrowserDriver();
  final FakeMeeting meeting = new FakeMeeting();
  final FakeWebhookTransport webhooks = new FakeWebhookTransport();
  final Seen seen = new Seen();
  final MeetbotEngine engine;
  final TenantId tenant;

  EngineFixture() {
    this(new MemoryStorage(), new MemoryArtifactStore(InstantSource.system(), Long.MAX_VALUE));
  }

  /** An engine over a storage that another one may have used before. */
  EngineFixture(MemoryStorage storage, MemoryArtifactStore artifacts) {
    this(storage, artifacts, ManualClock.startingAnyTime());
  }

  /** The same, at the other one's time. */
  EngineFixture(MemoryStorage storage, MemoryArtifactStore artifacts, ManualClock clock) {
    this(storage, artifacts, clock, edit -> {});
  }

  EngineFixture(
      MemoryStorage storage,
      MemoryArtifactStore artifacts,
      ManualClock clock,
      Consumer<EngineSettings.Draft> settings) {
    this.storage = storage;
    this.artifacts = artifacts;
    this.clock = clock;
    engine =
        MeetbotEngine.builder()
            .storage(storage)
            .artifacts(artifacts)
            .browser(browser)
            .platform(meeting)
            .webhooks(webhooks)
            .masterKey(new byte[32])
            .clock(clock)
            .listener(seen)
            .settings(EngineSettings.of(edit -> settings.accept(fast(edit))))
            .build();
    engine.start();
    tenant = engine.firstStart().map(FirstKey::tenant).orElseGet(() -> new TenantId("unused"));
  }

  private static EngineSettings.Draft fast(EngineSettings.Draft edit) {
    edit.tickInterval = Duration.ofMillis(5);
    edit.heartbeatInterval = Duration.ofMillis(20);
    edit.drainTimeout = Duration.ofMillis(1);
    edit.webhookRetryDelays = List.of(Duration.ZERO, Duration.ofSeconds(30));
    return edit;
  }

  Job create(String externalId) {
    return create(externalId, edit -> {});
  }

  Job create(String externalId, Consumer<JobRequest.Draft> more) {
    return engine.create(tenant, request(externalId, more)).job();
  }

  static JobRequest request(String externalId, Consumer<JobRequest.Draft> more) {
    return JobRequest.of(
        edit -> {
          edit.externalId = externalId;
          edit.meetingUrl = "https://meeting.example/a";
          edit.displayName = "Notes";
          edit.onStatusChange = "https://client.example/hook";
          more.accept(edit);
        });
  }

  /** Ada is there and the bot is let in; returns when it records. */
  Job recording(String externalId) throws InterruptedException {
    Job job = create(externalId);
    admit(ADA);
    return seen.await(job.id(), JobStatus.RECORDING);
  }

  void admit(Participant... others) {
    List<Participant> all = new java.util.ArrayList<>(List.of(others));
    all.add(SELF);
    meeting.show(
        new MeetingSnapshot(
            MeetingState.IN_CALL, null, null, all, List.of(), List.of(), List.of()));
  }

  @Override
  public void close() {
    engine.close();
  }
}
