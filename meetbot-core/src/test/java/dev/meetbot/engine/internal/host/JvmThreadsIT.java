package dev.meetbot.engine.internal.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import org.junit.jupiter.api.Test;

class JvmThreadsIT {
  @Test
  void noThreadOfTheJvmKeepsAClassLoaderThatStartedAProcess() throws Exception {
    try (URLClassLoader own = new URLClassLoader(new URL[0])) {
      Thread current = Thread.currentThread();
      ClassLoader before = current.getContextClassLoader();
      Process first;
      Process second;
      current.setContextClassLoader(own);
      try {
        // two at once: one reaper may be there from before
        first = new ProcessBuilder("cat").start();
        second = new ProcessBuilder("cat").start();
      } finally {
        current.setContextClassLoader(before);
      }
      assertThat(holders(own)).isNotEmpty();
      JvmThreads.release(own);
      assertThat(holders(own)).isEmpty();
      first.destroy();
      second.destroy();
    }
  }

  private static List<Thread> holders(ClassLoader loader) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getContextClassLoader() == loader)
        .toList();
  }
}
