package dev.meetbot.war.room;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.ServletContext;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The rooms together with what keeps them going; one per web application. */
final class RoomServer implements AutoCloseable {
  private static final String ATTRIBUTE = RoomServer.class.getName();
  private static final int LAST_WAIT_SECONDS = 3;
  private static final System.Logger LOG = System.getLogger(RoomServer.class.getName());

  private final Rooms rooms = new Rooms(Limits.DEFAULT, InstantSource.system());
  private final Jsonb jsonb = JsonbBuilder.create();
  private final Set<EventPump> pumps = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService timer;
  private final ExecutorService writers;

  RoomServer() {
    ThreadFactory threads =
        task -> {
          Thread thread = new Thread(() -> run(task), "meetbot-room");
          thread.setDaemon(true);
          return thread;
        };
    timer = Executors.newSingleThreadScheduledExecutor(threads);
    // A writer blocks while its client is slow; the number of participants bounds the threads.
    writers = Executors.newCachedThreadPool(threads);
    timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    timer.scheduleWithFixedDelay(() -> pumps.forEach(EventPump::beat), 5, 5, TimeUnit.SECONDS);
  }

  /** A server may keep a thread for which it loaded a class, long after the thread has ended. */
  private static void run(Runnable task) {
    try {
      task.run();
    } finally {
      Thread.currentThread().setContextClassLoader(null);
    }
  }

  static RoomServer of(ServletContext context) {
    return (RoomServer) context.getAttribute(ATTRIBUTE);
  }

  void register(ServletContext context) {
    context.setAttribute(ATTRIBUTE, this);
  }

  Rooms rooms() {
    return rooms;
  }

  Jsonb jsonb() {
    return jsonb;
  }

  void add(EventPump pump) {
    pumps.add(pump);
  }

  void remove(EventPump pump) {
    pumps.remove(pump);
  }

  void execute(Runnable task) {
    writers.execute(task);
  }

  private void tick() {
    try {
      rooms.tick();
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "a room could not be looked after", e);
    }
  }

  /**
   * Ends all streams. Writers are interrupted only when nothing else helps: a server that just
   * loads a class of its own for one of them may not get over it.
   */
  @Override
  public void close() {
    timer.shutdown();
    pumps.forEach(EventPump::cut);
    writers.shutdown();
    if (!ended()) {
      timer.shutdownNow();
      writers.shutdownNow();
      if (!ended()) {
        LOG.log(Level.WARNING, "the rooms' threads are still busy");
      }
    }
    try {
      jsonb.close();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "JSON-B was not closed in order", e);
    }
  }

  /** Waits a little for both; a server that still finds threads of ours takes them for a leak. */
  private boolean ended() {
    try {
      return timer.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS)
          && writers.awaitTermination(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
