package dev.meetbot.engine.internal.host;

import com.sun.management.OperatingSystemMXBean;
import dev.meetbot.engine.HostView;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What the operating system and the JVM say of themselves; in a container, of the container. */
final class Machine {
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Path proc;

  /**
   * @param proc where Linux shows figures of itself; elsewhere there is nothing
   */
  Machine(Path proc) {
    this.proc = proc;
  }

  /**
   * Its figures now.
   *
   * @param paths whose disks to tell of
   */
  HostView.Host host(List<Path> paths) {
    double load = system.getCpuLoad();
    double average = system.getSystemLoadAverage();
    return new HostView.Host(
        system.getAvailableProcessors(),
        load < 0 || Double.isNaN(load) ? null : load,
        average < 0 ? null : average,
        system.getTotalMemorySize(),
        available(),
        disks(paths));
  }

  int processors() {
    return system.getAvailableProcessors();
  }

  HostView.Jvm jvm() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new HostView.Jvm(
        Runtime.version().toString(),
        heap.getUsed(),
        heap.getMax(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /**
   * Memory that can be had: free memory alone leaves out what caches give back. The JVM knows of a
   * container's limit, the system's own figure does not.
   */
  long available() {
    long free = system.getFreeMemorySize();
    try (Stream<String> lines = Files.lines(proc.resolve("meminfo"), StandardCharsets.ISO_8859_1)) {
      long told =
          lines
              .filter(line -> line.startsWith("MemAvailable:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
              .findFirst()
              .orElse(free);
      return limited() ? free : told;
    } catch (IOException | java.io.UncheckedIOException e) {
      return free;
    }
  }

  /** Whether the JVM sees less memory than the machine has. */
  private boolean limited() throws IOException {
    try (Stream<String> lines = Files.lines(proc.resolve("meminfo"), StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("MemTotal:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .anyMatch(total -> total > system.getTotalMemorySize());
    }
  }

  private static List<HostView.Disk> disks(List<Path> paths) {
    List<HostView.Disk> disks = new ArrayList<>();
    for (Path path : paths) {
      try {
        FileStore store = Files.getFileStore(existing(path));
        disks.add(
            new HostView.Disk(path.toString(), store.getTotalSpace(), store.getUsableSpace()));
      } catch (IOException e) {
        // a folder that cannot be read has no figures; readiness tells of it
      }
    }
    return disks;
  }

  /** A folder is made when it is first needed: until then its parent's disk is the one. */
  private static Path existing(Path path) {
    Path found = path.toAbsolutePath();
    while (found.getParent() != null && !Files.exists(found)) {
      found = found.getParent();
    }
    return found;
  }
}
