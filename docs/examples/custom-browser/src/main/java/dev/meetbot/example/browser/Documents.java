package dev.meetbot.example.browser;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The documents that the page had, by the ids of their loads, and who waits for one. A page that
 * sends the browser on to another document is there when that one is. Thread-safe.
 */
final class Documents implements Connection.Listener {
  private static final int KEPT = 50;

  private final String session;
  private final String frame;
  private final List<String> begun = new ArrayList<>();
  private final List<String> ready = new ArrayList<>();
  private final Map<String, CompletableFuture<Boolean>> awaited = new HashMap<>();

  /**
   * @param frame the page's main frame
   */
  Documents(String session, String frame) {
    this.session = session;
    this.frame = frame;
  }

  @Override
  public synchronized void event(String from, String method, JsonObject parameters) {
    if (!method.equals("Page.lifecycleEvent")
        || !from.equals(session)
        || !parameters.getString("frameId").equals(frame)) {
      return;
    }
    String load = parameters.getString("loaderId");
    if (parameters.getString("name").equals("DOMContentLoaded")) {
      add(ready, load);
    }
    if (!begun.contains(load)) {
      add(begun, load);
    }
    awaited
        .entrySet()
        .removeIf(entry -> isReady(entry.getKey()) && entry.getValue().complete(true));
  }

  private static void add(List<String> loads, String load) {
    loads.add(load);
    if (loads.size() > KEPT) {
      loads.remove(0);
    }
  }

  /** Comes true when that document, or one that came after it, is there. */
  synchronized CompletableFuture<Boolean> whenReady(String load) {
    if (isReady(load)) {
      return CompletableFuture.completedFuture(true);
    }
    return awaited.computeIfAbsent(load, key -> new CompletableFuture<>());
  }

  private boolean isReady(String load) {
    int first = begun.indexOf(load);
    return first >= 0 && begun.subList(first, begun.size()).stream().anyMatch(ready::contains);
  }
}
