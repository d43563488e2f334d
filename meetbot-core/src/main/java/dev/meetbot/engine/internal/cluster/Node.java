package dev.meetbot.engine.internal.cluster;

import dev.meetbot.engine.NodeView;
import dev.meetbot.engine.internal.host.LoadMeter;
import dev.meetbot.engine.internal.host.Version;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.StorageException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;

/** This engine among the others: measures itself, and tells of itself. Thread-safe. */
public final class Node {
  private static final Logger LOG = System.getLogger(Node.class.getName());

  private final Nodes nodes;
  private final WorkerId id;
  private final Fleet fleet;
  private final LoadMeter meter;
  private final InstantSource clock;

  public Node(Nodes nodes, WorkerId id, Fleet fleet, LoadMeter meter, InstantSource clock) {
    this.nodes = nodes;
    this.id = id;
    this.fleet = fleet;
    this.meter = meter;
    this.clock = clock;
  }

  /** Measures and tells; called again and again by one thread. */
  public void beat() {
    meter.look();
    tell();
  }

  /** Tells how things are. */
  public void tell() {
    nodes.tell(
        new NodeView(
            id.value(),
            Version.TEXT,
            fleet.size(),
            fleet.places(),
            fleet.isClosed(),
            clock.instant()));
  }

  /** It is ending; the others need not wait for it. */
  public void leave() {
    try {
      nodes.leave(id.value());
    } catch (StorageException e) {
      LOG.log(Level.DEBUG, "the other engines will notice by themselves", e);
    }
  }
}
