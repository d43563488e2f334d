package dev.meetbot.lab.chaos;

import dev.meetbot.lab.server.ProcessTree;
import java.util.List;
import java.util.Set;

/** Processes that should have ended with the servers. */
final class Leftovers {
  private static final List<String> OURS = List.of("--meetbot-session=", "run-driver", "ffmpeg");

  private final Set<Long> before;

  /** What runs now is nobody's concern. */
  Leftovers() {
    before = Set.copyOf(found());
  }

  /** Browsers, drivers and ffmpegs that have come since and are still there. */
  List<Long> now() {
    return found().stream().filter(pid -> !before.contains(pid)).toList();
  }

  private static List<Long> found() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> OURS.stream().anyMatch(ProcessTree.commandLine(pid)::contains))
        .toList();
  }
}
