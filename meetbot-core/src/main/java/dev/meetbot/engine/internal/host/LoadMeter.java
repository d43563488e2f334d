package dev.meetbot.engine.internal.host;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Measures what the bots of this engine cost. {@link #look} is called again and again by one
 * thread; what it found is read by any. Browsers on other machines cost nothing here.
 */
public final class LoadMeter {
  private static final Path PROC = Path.of("/proc");

  /** In its first time a browser starts and loads a page, which tells nothing of a call. */
  private static final Duration SETTLED = Duration.ofSeconds(30);

  private final Machine machine = new Machine(PROC);
  private final TrackedBrowsers browsers;
  private Set<Long> before = Set.of();
  private Duration beforeCpu = Duration.ZERO;
  private long beforeAt = System.nanoTime();
  private volatile Capacity.Load load;

  public LoadMeter(TrackedBrowsers browsers) {
    this.browsers = browsers;
    this.load = new Capacity.Load(machine.processors(), machine.available(), BotCost.UNSEEN, 0);
  }

  /** What was found by the last look. */
  public Capacity.Load load() {
    return load;
  }

  /** Looks at the machine and at the browsers that have been open for a while. */
  public void look() {
    List<Long> settled = browsers.processIds(SETTLED);
    ProcessTrees trees = new ProcessTrees(settled, PROC);
    long at = System.nanoTime();
    Duration cpu = trees.cpuTime();
    BotCost cost = load.cost();
    // a browser that came or went between two looks would be taken for work of the others
    if (before.equals(Set.copyOf(settled)) && cpu.compareTo(beforeCpu) >= 0) {
      Duration in = Duration.ofNanos(at - beforeAt);
      cost = cost.seen(settled.size(), trees.ownBytes(), cpu.minus(beforeCpu), in);
    }
    before = Set.copyOf(settled);
    beforeCpu = cpu;
    beforeAt = at;
    load = new Capacity.Load(machine.processors(), machine.available(), cost, browsers.running());
  }
}
