package dev.meetbot.engine;

import dev.meetbot.engine.internal.cluster.Node;
import dev.meetbot.engine.internal.cluster.Nodes;
import dev.meetbot.engine.internal.cluster.Places;
import dev.meetbot.engine.internal.cluster.WaitingRule;
import dev.meetbot.engine.internal.host.Capacity;
import dev.meetbot.engine.internal.host.LoadMeter;
import dev.meetbot.engine.internal.host.TrackedBrowsers;
import dev.meetbot.engine.internal.worker.Fleet;
import dev.meetbot.model.WorkerId;
import dev.meetbot.spi.storage.StorageProvider;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.IntUnaryOperator;

/** What one engine knows of its machine and of the others that share its storage. */
final class Cluster {
  private static final Duration BEAT = Duration.ofSeconds(3);

  final Nodes nodes;
  final Places places;
  private final EngineSettings settings;
  private final InstantSource clock;
  private final LoadMeter load;

  Cluster(
      StorageProvider storage,
      TrackedBrowsers browsers,
      EngineSettings settings,
      InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    load = new LoadMeter(browsers);
    nodes = new Nodes(storage.records(), settings.leaseTimeout(), clock);
    places = new Places(storage.jobs(), nodes, new WaitingRule(settings.maxWaiting()));
  }

  /** How many further bots there is a place for here when so many run. */
  IntUnaryOperator capacity() {
    Capacity capacity =
        new Capacity(settings.maxBots(), settings.reservedMemoryBytes(), settings.cpuShare());
    return running -> capacity.free(running, load.load());
  }

  /** This engine among the others, which is told of from the machinery's start on. */
  Node node(WorkerId worker, Fleet fleet, Machinery machinery) {
    Node node = new Node(nodes, worker, fleet, load, clock);
    machinery.every(BEAT, "meetbot-node", node::beat);
    return node;
  }
}
