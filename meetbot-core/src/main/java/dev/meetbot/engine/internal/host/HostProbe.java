package dev.meetbot.engine.internal.host;

import dev.meetbot.engine.HostView;
import dev.meetbot.engine.Readiness;
import dev.meetbot.model.JobStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Looks at the machine, the browsers and the work when asked. Thread-safe. */
public final class HostProbe {
  private static final Path PROC = Path.of("/proc");

  private final Machine machine = new Machine(PROC);
  private final TrackedBrowsers browsers;
  private final Figures figures;
  private final List<Path> folders;
  private final Instant startedAt;

  /**
   * @param folders whose disks to tell of
   */
  public HostProbe(TrackedBrowsers browsers, Figures figures, List<Path> folders) {
    this.browsers = browsers;
    this.figures = figures;
    this.folders = List.copyOf(folders);
    this.startedAt = figures.clock().instant();
  }

  /** Everything as it is now; asks the storage and the system. */
  public HostView look(Readiness ready) {
    ProcessTrees trees = new ProcessTrees(browsers.processIds(), PROC);
    Map<JobStatus, Long> jobs = figures.byStatus();
    return new HostView(
        Version.TEXT,
        startedAt,
        Duration.between(startedAt, figures.clock().instant()),
        machine.host(folders),
        machine.jvm(),
        new HostView.Browsers(browsers.running(), trees.count(), trees.residentBytes()),
        new HostView.Bots(figures.capacity(), figures.running(), jobs),
        new HostView.Queue(jobs.getOrDefault(JobStatus.QUEUED, 0L), figures.oldest().orElse(null)),
        figures.deliveries(),
        figures.allNodes(),
        ready);
  }
}
