package dev.meetbot.war.probe;

import dev.meetbot.provider.platform.web.Surveyed;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.meeting.MeetingPage;
import dev.meetbot.spi.meeting.MeetingSnapshot;
import dev.meetbot.spi.meeting.MeetingState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** One visit: goes in as a bot does, while somebody beside it looks at every step. */
final class ProbeVisit {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Set<MeetingState> ON_THE_WAY =
      Set.of(
          MeetingState.PREJOIN,
          MeetingState.WAITING_FOR_HOST,
          MeetingState.WAITING_ROOM,
          MeetingState.DISCONNECTED);

  private final ProbeOptions options;
  private final BrowserSession session;
  private final MeetingPage page;
  private final InstantSource clock;
  private final Instant start;
  private final Findings findings = new Findings();
  private volatile MeetingSnapshot latest = MeetingSnapshot.of(MeetingState.PREJOIN);

  ProbeVisit(ProbeOptions options, BrowserSession session, MeetingPage page, InstantSource clock) {
    this.options = options;
    this.session = session;
    this.page = page;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** The whole visit; blocks until the page is left. */
  MeetingState run() {
    ScheduledExecutorService beside = Executors.newSingleThreadScheduledExecutor();
    try {
      beside.scheduleWithFixedDelay(this::look, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
      return visit();
    } finally {
      beside.shutdown();
      try {
        beside.awaitTermination(LOOK.toSeconds() * 2, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private MeetingState visit() {
    page.requestToJoin(options.name());
    Instant asked = clock.instant();
    Instant inside = null;
    while (true) {
      page.tend();
      MeetingSnapshot seen = page.snapshot(LOOK);
      latest = seen;
      Instant now = clock.instant();
      if (seen.state() == MeetingState.IN_CALL) {
        inside = inside == null ? now : inside;
        keep(seen);
        if (Duration.between(inside, now).toSeconds() >= options.seconds()) {
          page.leave();
          return MeetingState.IN_CALL;
        }
      } else if (!ON_THE_WAY.contains(seen.state()) || tooLate(asked, now)) {
        return seen.state();
      }
      pause();
    }
  }

  private synchronized void keep(MeetingSnapshot seen) {
    findings.facts(seen);
  }

  private boolean tooLate(Instant asked, Instant now) {
    return Duration.between(asked, now).toSeconds() >= options.patience();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrowserException("interrupted", e);
    }
  }

  /** Beside the visit; a page on its way to another one is looked at the next time. */
  private synchronized void look() {
    try {
      long after = Duration.between(start, clock.instant()).toMillis();
      MeetingSnapshot seen = latest;
      List<dev.meetbot.provider.platform.web.ElementSurvey> survey =
          page instanceof Surveyed surveyed ? surveyed.survey(LOOK) : List.of();
      if (findings.take(after, seen.state().name(), seen.words(), survey)) {
        Files.write(
            options.out().resolve(Findings.picture(findings.stepCount() - 1)),
            session.page().screenshot(LOOK));
      }
    } catch (BrowserException e) {
      System.getLogger(ProbeVisit.class.getName())
          .log(System.Logger.Level.DEBUG, "no look this time", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized Findings findings() {
    return findings;
  }
}
