package dev.meetbot.engine.internal.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /** 0 when it has ended meanwhile, or the system does not tell. */
  private long resident(long id) {
    Path status = proc.resolve(Long.toString(id)).resolve("status");
    try (Stream<String> lines = Files.lines(status, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
