package dev.meetbot.engine.internal.calendar;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.meetbot.engine.Creation;
import dev.meetbot.engine.IntakeResult;
import dev.meetbot.engine.JobRequest;
import dev.meetbot.engine.internal.intake.JobRequestCheck;
import dev.meetbot.engine.internal.intake.WebhookUrlCheck;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.JobTransitions;
import dev.meetbot.model.Job;
import dev.meetbot.model.JobId;
import dev.meetbot.model.JobSpec;
import dev.meetbot.model.TenantId;
import dev.meetbot.provider.memory.MemoryStorage;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingPlatform;
import dev.meetbot.spi.meeting.MeetingUrl;
import dev.meetbot.spi.meeting.Visit;
import dev.meetbot.spi.storage.DuplicateJobException;
import dev.meetbot.spi.storage.JobQuery;
import dev.meetbot.tck.ManualClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A calendar desk over memory, with platforms that know the four products' links. */
final class CalendarFixture {
  static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
  static final TenantId TENANT = new TenantId("acme");
  static final List<MeetingPlatform> PLATFORMS =
      List.of(
          new Linked("google-meet"),
          new Linked("microsoft-teams"),
          new Linked("zoom-web"),
          new Linked("jitsi"));

  final ManualClock clock = new ManualClock(NOW);
  final MemoryStorage storage = new MemoryStorage();
  final JobTransitions transitions =
      new JobTransitions(
          storage.jobs(), new JobLifecycle(3, Duration.ofSeconds(5)), clock, List.of(), List.of());
  final IcsReader reader = new IcsReader(ZoneOffset.UTC);
  final CalendarDesk desk;
  private final JobRequestCheck check;

  CalendarFixture() {
    this(PLATFORMS);
  }

  CalendarFixture(List<MeetingPlatform> platforms) {
    check = new JobRequestCheck(platforms, Set.of(), new WebhookUrlCheck(url -> Optional.empty()));
    CalendarJobs jobs = new CalendarJobs(storage.jobs(), transitions, this::create);
    desk = new CalendarDesk(storage.records(), jobs, platforms, Duration.ofDays(14), clock);
  }

  /** As the engine does it. */
  private Creation create(TenantId tenant, JobRequest request) {
    JobSpec spec = check.check(request, clock.instant());
    JobId id = new JobId(UuidCreator.getTimeOrderedEpoch().toString());
    Job job = Job.queued(id, tenant, spec, spec.joinAt(), clock.instant());
    try {
      transitions.insert(job);
      return new Creation(job, false);
    } catch (DuplicateJobException e) {
      return new Creation(
          storage.jobs().findByExternalId(tenant, spec.externalId()).orElseThrow(), true);
    }
  }

  IntakeResult receive(String calendar) {
    return receive(calendar.getBytes(StandardCharsets.UTF_8));
  }

  IntakeResult receive(byte[] calendar) {
    return desk.receive(TENANT, reader.read(calendar, null));
  }

  /** All jobs, by their time. */
  List<Job> jobs() {
    return storage
        .jobs()
        .list(new JobQuery(TENANT, null, null, null, null, null, 200))
        .jobs()
        .stream()
        .sorted(Comparator.comparing(job -> job.spec().joinAt()))
        .toList();
  }

  Job job(@Nullable JobId id) {
    return storage.jobs().find(java.util.Objects.requireNonNull(id)).orElseThrow();
  }

  /** A platform that is there in name, and understands the links of a product. */
  record Linked(String id) implements MeetingPlatform {
    @Override
    public Optional<MeetingUrl> parse(URI url) {
      return "https".equals(url.getScheme())
              && LinkRule.platformOf(url).filter(id::equals).isPresent()
          ? Optional.of(new MeetingUrl(id, url, url.getPath()))
          : Optional.empty();
    }

    @Override
    public MeetingPage open(BrowserSession session, Visit visit) {
      throw new UnsupportedOperationException("nobody joins here");
    }
  }
}
