package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmThreadsIT {
  private static final int MOST = 100;

  @Test
  void noThreadOfTheJvmKeepsAClassLoaderThatStartedAProcess() throws Exception {
    try (URLClassLoader own = new URLClassLoader(new URL[0])) {
      List<Process> processes = startedUnder(own);
      try {
        assertThat(holders(own)).isNotEmpty();
        JvmThreads.release(own);
        assertThat(holders(own)).isEmpty();
      } finally {
        processes.forEach(Process::destroy);
      }
    }
  }

  /** So many at once that the reapers that are there from before do not do. */
  private static List<Process> startedUnder(ClassLoader loader) throws IOException {
    Thread current = Thread.currentThread();
    ClassLoader before = current.getContextClassLoader();
    List<Process> processes = new ArrayList<>();
    current.setContextClassLoader(loader);
    try {
      while (holders(loader).isEmpty() && processes.size() < MOST) {
        processes.add(new ProcessBuilder("cat").start());
      }
    } finally {
      current.setContextClassLoader(before);
    }
    return processes;
  }

  private static List<Thread> holders(ClassLoader loader) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread != Thread.currentThread())
        .filter(thread -> thread.getContextClassLoader() == loader)
        .toList();
  }
}
