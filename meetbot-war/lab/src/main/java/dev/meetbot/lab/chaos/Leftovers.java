package dev.meetbot.lab.chaos;

import dev.meetbot.lab.server.ProcessTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    String network = network("self");
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::pid)
        .filter(pid -> OURS.stream().anyMatch(ProcessTree.commandLine(pid)::contains))
        // other programs' browsers are in other networks, if we have one of our own
        .filter(pid -> network(Long.toString(pid)).equals(network))
        .toList();
  }

  private static String network(String process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", process, "ns", "net")).toString();
    } catch (IOException e) {
      return ""; // it has just ended
    }
  }
}
