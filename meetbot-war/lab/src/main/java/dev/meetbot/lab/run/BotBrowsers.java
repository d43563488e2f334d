package dev.meetbot.lab.run;

import dev.meetbot.lab.server.ProcessTree;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Which browser is whose bot's. Bots are sent one after the other, so that the browser that appears
 * next is the one's.
 */
final class BotBrowsers {
  private static final String SESSION = "--meetbot-session=";
  private static final Duration LOOK = Duration.ofMillis(40);

  private final ProcessTree server;
  private final Set<Long> known = new HashSet<>();

  /**
   * A bot on its way.
   *
   * @param job what sending it gave
   * @param sentAtMs wall clock before it was sent
   * @param browser empty when none appeared
   */
  record Sent<T>(T job, double sentAtMs, Optional<ProcessTree> browser) {}

  BotBrowsers(ProcessTree server) {
    this.server = server;
  }

  /** Sends a bot and waits for its browser; another thread's bot is sent after that. */
  synchronized <T> Sent<T> send(Supplier<T> sending, Duration patience) {
    next(); // what came late belongs to nobody
    double sentAtMs = System.currentTimeMillis();
    T job = sending.get();
    return new Sent<>(job, sentAtMs, awaitNext(patience));
  }

  /** Waits for a browser that is nobody's yet, such as that of a second try. */
  synchronized Optional<ProcessTree> awaitNext(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    Optional<ProcessTree> found = next();
    while (found.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(LOOK.toNanos());
      found = next();
    }
    return found;
  }

  private Optional<ProcessTree> next() {
    Optional<ProcessTree> found = Optional.empty();
    for (ProcessHandle process : server.descendants(SESSION)) {
      if (isRoot(process) && known.add(process.pid())) {
        found = Optional.of(new ProcessTree(process));
      }
    }
    return found;
  }

  /** A child that has not begun its own program yet has its parent's command line. */
  private static boolean isRoot(ProcessHandle process) {
    return !ProcessTree.commandLine(process.pid()).contains("--type=")
        && process
            .parent()
            .map(p -> !ProcessTree.commandLine(p.pid()).contains(SESSION))
            .orElse(true);
  }
}
