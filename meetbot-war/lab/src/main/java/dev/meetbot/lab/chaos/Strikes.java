package dev.meetbot.lab.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Breaks things, and mends what does not mend itself. */
final class Strikes {
  private final World world;
  private final Random random;

  Strikes(World world, Random random) {
    this.world = world;
    this.random = random;
  }

  /**
   * What has been broken.
   *
   * @param what in words
   * @param lasts how long it stays broken
   */
  record Struck(String what, Duration lasts, Runnable mend) {}

  /** Breaks it now. */
  Struck strike(FaultKind kind) {
    return switch (kind) {
      case SERVER -> server();
      case BROWSER ->
          process("browser", world.nodes.stream().flatMap(n -> n.browsers().stream()).toList());
      case DRIVER ->
          process("driver", world.nodes.stream().flatMap(n -> n.drivers().stream()).toList());
      case DATABASE -> database();
      case RECEIVER -> receiver();
      case DISK -> disk();
      case NETWORK -> network();
    };
  }

  private Struck server() {
    int index = random.nextInt(world.nodes.size());
    Node node = world.nodes.get(index);
    node.kill();
    return new Struck(
        "server " + (index + 1),
        seconds(1, 5),
        () -> {
          node.again();
          node.awaitReady();
        });
  }

  private Struck process(String what, List<ProcessHandle> candidates) {
    if (candidates.isEmpty()) {
      return new Struck("no " + what + " was there", Duration.ZERO, () -> {});
    }
    ProcessHandle victim = candidates.get(random.nextInt(candidates.size()));
    victim.destroyForcibly();
    return new Struck(what + " " + victim.pid(), Duration.ZERO, () -> {});
  }

  private Struck database() {
    world.database.kill();
    return new Struck("database", seconds(1, 8), world.database::again);
  }

  private Struck receiver() {
    world.receiver.goDown();
    return new Struck("receiver", seconds(2, 10), world.receiver::comeUp);
  }

  private Struck disk() {
    world.disk.fill();
    return new Struck("disk full", seconds(2, 8), world.disk::free);
  }

  private Struck network() {
    int index = random.nextInt(world.nodes.size());
    String address = world.wire.addresses().get(index);
    world.wire.cut(address);
    return new Struck(
        "network from server " + (index + 1) + " to the database",
        seconds(2, 20),
        () -> world.wire.join(address));
  }

  private Duration seconds(int least, int most) {
    return Duration.ofMillis(least * 1000L + random.nextInt((most - least) * 1000));
  }
}
