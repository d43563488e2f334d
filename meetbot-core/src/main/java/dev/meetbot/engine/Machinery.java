package dev.meetbot.engine;

import dev.meetbot.engine.internal.worker.Ticker;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The threads on which an engine does what nobody asks for: claims, heartbeats. */
final class Machinery {
  private final Map<String, Ticker> tickers = new LinkedHashMap<>();
  private final ThreadFactory source;

  /**
   * @param source makes the threads; they get their names here
   */
  Machinery(ThreadFactory source) {
    this.source = source;
  }

  /** Has the work done once per interval, with jitter, on a thread of that name. */
  void every(Duration interval, String name, Runnable work) {
    BooleanSupplier once =
        () -> {
          work.run();
          return false;
        };
    tickers.put(name, new Ticker(interval, once, threads(name)));
  }

  void start() {
    tickers.values().forEach(Ticker::start);
  }

  /** Has the work of that name done soon. */
  void wake(String name) {
    tickers.get(name).wake();
  }

  /** Ends one of them. */
  void stop(String name) {
    tickers.get(name).close();
  }

  /** Ends all of them; a second call does nothing. */
  void close() {
    tickers.values().forEach(Ticker::close);
  }

  /**
   * Daemon threads of the source with numbered names.
   *
   * <p>A new thread throws {@link IllegalStateException} when the source gives none, as that of a
   * server does whose application is being stopped.
   */
  ThreadFactory threads(String name) {
    AtomicInteger count = new AtomicInteger();
    return work -> {
      Thread thread = source.newThread(work);
      if (thread == null) {
        throw new IllegalStateException("the host gives no more threads");
      }
      thread.setName(name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
