package dev.meetbot.engine;

import dev.meetbot.model.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One engine, the machine that it runs on and the work it has, as they are now.
 *
 * @param version of meetbot
 * @param nodes all engines that share the storage, this one too
 * @param ready whether everything needed answers
 */
public record HostView(
    String version,
    Instant startedAt,
    Duration uptime,
    Host host,
    Jvm jvm,
    Browsers browsers,
    Bots bots,
    Queue queue,
    Deliveries deliveries,
    List<NodeView> nodes,
    Readiness ready) {
  public HostView {
    nodes = List.copyOf(nodes);
  }

  /**
   * The machine, or the container when there is one.
   *
   * @param cpuLoad 0 to 1, of all processors; null when it is not known (yet)
   * @param loadAverage of the last minute; null where there is no such thing
   */
  public record Host(
      int cpuCount,
      @Nullable Double cpuLoad,
      @Nullable Double loadAverage,
      long memoryTotalBytes,
      long memoryAvailableBytes,
      List<Disk> disks) {
    public Host {
      disks = List.copyOf(disks);
    }
  }

  /** The disk under a folder. */
  public record Disk(String path, long totalBytes, long freeBytes) {}

  /** The Java that everything runs in; {@code heapMaxBytes} is -1 when there is no limit. */
  public record Jvm(String version, long heapUsedBytes, long heapMaxBytes, int threads) {}

  /**
   * The browsers of this engine.
   *
   * @param running open browsers
   * @param processes of theirs on this machine
   * @param residentBytes of these; shared pages count for each
   */
  public record Browsers(int running, int processes, long residentBytes) {}

  /**
   * Bots.
   *
   * @param capacity how many may run here, by what the machine has now
   * @param running how many run here now
   * @param byStatus jobs of all tenants and engines; every status is there
   */
  public record Bots(int capacity, int running, Map<JobStatus, Long> byStatus) {
    public Bots {
      byStatus = Map.copyOf(byStatus);
    }
  }

  /**
   * Jobs that no bot has taken.
   *
   * @param depth queued ones, also those for later
   * @param oldest how long the one that is due longest has waited; null when none is due
   */
  public record Queue(long depth, @Nullable Duration oldest) {}

  /** Webhook messages that are not delivered. */
  public record Deliveries(long pending, long dead) {}
}
