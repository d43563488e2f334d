package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The protocol's messages over one WebSocket: commands with their answers, and events. Thread-safe.
 * Events are told by the socket's thread, in their order; whoever hears them must not block.
 */
final class Connection implements WebSocket.Listener {
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, Command> waiting = new ConcurrentHashMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable String> ended = new AtomicReference<>();
  private final StringBuilder partial = new StringBuilder();
  private final Object sending = new Object();
  private CompletableFuture<?> lastSent = CompletableFuture.completedFuture(true);
  private volatile @Nullable WebSocket socket;

  private record Command(String method, CompletableFuture<JsonObject> answer) {}

  /** Who hears events. */
  @FunctionalInterface
  interface Listener {
    /**
     * @param session whose event it is; empty for the browser's own
     */
    void event(String session, String method, JsonObject parameters);
  }

  private Connection() {}

  /** Connects to the address that a browser names as its own ({@code ws://...}). */
  static Connection open(HttpClient client, URI address, Duration timeout) {
    Connection connection = new Connection();
    try {
      WebSocket open =
          client
              .newWebSocketBuilder()
              .connectTimeout(timeout)
              .buildAsync(address, connection)
              .join();
      connection.socket = open;
      return connection;
    } catch (CompletionException e) {
      throw new BrowserException("Chromium cannot be reached by its protocol: " + e.getCause(), e);
    }
  }

  void listen(Listener listener) {
    listeners.add(listener);
  }

  void forget(Listener listener) {
    listeners.remove(listener);
  }

  /**
   * Sends a command.
   *
   * @param session whom it is for; empty for the browser itself
   * @return its result; fails with {@link BrowserException}
   */
  CompletableFuture<JsonObject> send(String session, String method, JsonObject parameters) {
    int id = lastId.incrementAndGet();
    JsonObject message = Json.object("id", id, "method", method, "params", parameters);
    if (!session.isEmpty()) {
      message = Json.with(message, Json.object("sessionId", session));
    }
    Command command = new Command(method, new CompletableFuture<>());
    waiting.put(id, command);
    command.answer().whenComplete((result, failure) -> waiting.remove(id));
    String text = message.toString();
    synchronized (sending) {
      // one after the other, as a WebSocket wants it
      lastSent = lastSent.thenCompose(done -> open().sendText(text, true));
      lastSent.whenComplete((done, failure) -> endIf(failure));
    }
    // looked at after it was put there: an end that comes later fails it
    failAllOnceEnded();
    return command.answer();
  }

  private WebSocket open() {
    return Objects.requireNonNull(socket);
  }

  private void endIf(@Nullable Throwable failure) {
    if (failure != null) {
      end("The browser has ended");
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      String text = partial.toString();
      partial.setLength(0);
      try {
        take(Json.parse(text));
      } catch (JsonException | ClassCastException e) {
        end("The browser says what is not its protocol");
      }
    }
    from.request(1);
    return null;
  }

  private void take(JsonObject message) {
    if (!message.containsKey("id")) {
      String session = message.getString("sessionId", "");
      JsonObject parameters = message.getJsonObject("params");
      for (Listener listener : listeners) {
        listener.event(session, message.getString("method"), parameters);
      }
      return;
    }
    Command command = waiting.get(message.getInt("id"));
    if (command == null) {
      return; // nobody waits for it any more
    }
    if (message.containsKey("error")) {
      String why = message.getJsonObject("error").getString("message");
      command.answer().completeExceptionally(Failures.refused(command.method(), why));
    } else {
      command.answer().complete(message.getJsonObject("result"));
    }
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    end("The browser has ended");
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end("The browser has ended");
  }

  /** Fails what is under way and all that is sent from now on; the first reason counts. */
  void end(String reason) {
    ended.compareAndSet(null, reason);
    failAllOnceEnded();
  }

  /** Ends once everything sent was answered, or that time is over; others' calls fail at once. */
  void endWhenAnswered(String reason, Deadline deadline, CompletableFuture<JsonObject> last) {
    ended.compareAndSet(null, reason);
    List.copyOf(waiting.values()).stream()
        .filter(command -> command.answer() != last)
        .forEach(command -> command.answer().completeExceptionally(gone(command, reason)));
    try {
      deadline.await(last);
    } catch (BrowserException e) {
      // it goes with the connection then
    }
  }

  private void failAllOnceEnded() {
    String reason = ended.get();
    if (reason != null) {
      List.copyOf(waiting.values())
          .forEach(command -> command.answer().completeExceptionally(gone(command, reason)));
    }
  }

  private static BrowserGoneException gone(Command command, String reason) {
    return new BrowserGoneException(command.method() + ": " + reason);
  }

  /** Lets go of the socket at once. */
  void abort() {
    end("The session was closed");
    open().abort();
  }
}
