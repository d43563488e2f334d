package dev.meetbot.provider.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * The media types of committed objects, which a listing does not tell: they are asked for one by
 * one, some at a time, and remembered. Thread-safe.
 */
final class MediaTypes implements AutoCloseable {
  private static final int THREADS = 8;
  private static final int REMEMBERED = 10_000;

  /** The object in that state; its type does not change with its bytes. */
  private record State(String name, String etag) {}

  private final S3Bucket bucket;
  private final ThreadPoolExecutor threads;
  private final Map<State, String> remembered =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<State, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  MediaTypes(S3Bucket bucket) {
    this.bucket = bucket;
    this.threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            MediaTypes::thread);
    threads.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable run) {
    Thread thread = new Thread(run, "meetbot-s3-types");
    thread.setDaemon(true);
    return thread;
  }

  /** The type that a server told; not all tell one of what others have put there. */
  static String orUnknown(@Nullable String told) {
    return told == null ? "application/octet-stream" : told;
  }

  /** Without those that are not there any more. */
  Map<S3Object, String> of(List<S3Object> objects) throws IOException {
    Map<S3Object, String> types = new HashMap<>();
    Map<S3Object, Future<Optional<String>>> asked = new HashMap<>();
    for (S3Object o : objects) {
      String known = find(o);
      if (known == null) {
        asked.put(
            o, threads.submit(() -> bucket.head(o.key()).map(h -> orUnknown(h.contentType()))));
      } else {
        types.put(o, known);
      }
    }
    try {
      for (Map.Entry<S3Object, Future<Optional<String>>> entry : asked.entrySet()) {
        Optional<String> type = entry.getValue().get();
        type.ifPresent(
            t -> {
              types.put(entry.getKey(), t);
              remember(entry.getKey(), t);
            });
      }
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while listing");
    } finally {
      new ArrayList<>(asked.values()).forEach(f -> f.cancel(true));
    }
    return types;
  }

  private @Nullable String find(S3Object o) {
    synchronized (remembered) {
      return remembered.get(new State(o.key(), o.eTag()));
    }
  }

  private void remember(S3Object o, String type) {
    synchronized (remembered) {
      remembered.put(new State(o.key(), o.eTag()), type);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
