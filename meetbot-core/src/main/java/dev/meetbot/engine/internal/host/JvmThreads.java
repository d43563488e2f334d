package dev.meetbot.engine.internal.host;

import java.util.Set;

/**
 * Threads that the JVM made for itself while one of ours did something for the first time. They
 * live longer than a web application and would keep its class loader, which they got from ours.
 */
public final class JvmThreads {
  private static final Set<String> NAMES =
      Set.of(
          "process reaper",
          "CompletableFutureDelayScheduler",
          "Keep-Alive-Timer",
          "Java2D Disposer");

  private JvmThreads() {}

  /** A reaper that waits for a process has its number behind the name. */
  private static boolean isJvms(Thread thread) {
    return NAMES.contains(thread.getName().replaceFirst(" \\(pid .*", ""));
  }

  /** Has them let go of that class loader. They need none; a second call does nothing. */
  public static void release(ClassLoader loader) {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (isJvms(thread) && thread.getContextClassLoader() == loader) {
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
      }
    }
  }
}
