package dev.meetbot.engine.internal.host;

import dev.meetbot.engine.HostView;
import dev.meetbot.engine.NodeView;
import dev.meetbot.engine.internal.cluster.Nodes;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.model.JobStatus;
import dev.meetbot.spi.storage.DeliveryCounts;
import dev.meetbot.spi.storage.StorageProvider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The work that there is, for the host view and for monitoring; each call asks the storage. */
public record Figures(StorageProvider storage, Fleet fleet, Nodes nodes, InstantSource clock) {
  /** Jobs at each status; every status is there. */
  public Map<JobStatus, Long> byStatus() {
    Map<JobStatus, Long> all = new EnumMap<>(JobStatus.class);
    for (JobStatus status : JobStatus.values()) {
      all.put(status, 0L);
    }
    all.putAll(storage.jobs().count(null));
    return all;
  }

  /** How long the job waits that is due longest. */
  public Optional<Duration> oldest() {
    Instant now = clock.instant();
    return storage.jobs().oldestDue(now).map(due -> Duration.between(due, now));
  }

  /** Webhook messages that wait, and that were given up. */
  public HostView.Deliveries deliveries() {
    DeliveryCounts counts = storage.outbox().counts();
    return new HostView.Deliveries(counts.pending(), counts.dead());
  }

  /** How many bots may run here at a time, by what this machine has now. */
  public int capacity() {
    return fleet.size() + fleet.places();
  }

  /** The engines that share the storage. */
  public List<NodeView> allNodes() {
    return nodes.all();
  }

  /** How many bots run here now. */
  public int running() {
    return fleet.size();
  }
}
