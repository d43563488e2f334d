package dev.meetbot.engine.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processes with everything that they started. */
final class ProcessTrees {
  private final Set<Long> ids;
  private final Path proc;

  /**
   * The trees as they are now.
   *
   * @param proc where Linux shows its processes; elsewhere there is nothing
   */
  ProcessTrees(Collection<Long> roots, Path proc) {
    this.proc = proc;
    this.ids =
        roots.stream()
            .flatMap(id -> ProcessHandle.of(id).stream())
            .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
            .map(ProcessHandle::pid)
            .collect(Collectors.toSet());
  }

  int count() {
    return ids.size();
  }

  /** Their resident memory; pages that several of them share count for each. */
  long residentBytes() {
    return ids.stream().mapToLong(this::resident).sum();
  }

  /** Their memory with each shared page in parts, so that it adds up; 0 where nobody tells. */
  long ownBytes() {
    return ids.stream().mapToLong(id -> kibibytes(id, "smaps_rollup", "Pss:") * 1024).sum();
  }

  /** The processors' time that they have used so far. */
  Duration cpuTime() {
    return ids.stream()
        .flatMap(id -> ProcessHandle.of(id).stream())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private long resident(long id) {
    return kibibytes(id, "status", "VmRSS:") * 1024;
  }

  /** 0 when it has ended meanwhile, or the system does not tell. */
  private long kibibytes(long id, String file, String field) {
    Path status = proc.resolve(Long.toString(id)).resolve(file);
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(field))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
