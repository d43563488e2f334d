package dev.meetbot.example.browser;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Functions that pages can call. Their handlers run one after the other on a thread of the session,
 * so that the connection's thread goes on reading whatever they do.
 */
final class PageFunctions implements Connection.Listener, AutoCloseable {
  private static final String BINDING = "__meetbot_";
  private static final String SCRIPT = Scripts.read("exposed.js");

  private final Frames frames;
  private final Map<String, Consumer<String>> handlers = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> CdpDriver.daemon(task, "meetbot-cdp-calls"));

  PageFunctions(Frames frames) {
    this.frames = frames;
  }

  void add(String name, Consumer<String> handler, Deadline deadline) {
    if (!name.matches("[A-Za-z_$][A-Za-z0-9_$]*")) {
      throw new IllegalArgumentException("not the name of a function: " + name);
    }
    handlers.put(BINDING + name, handler);
    frames.tellAll(deadline, "Runtime.addBinding", "name", BINDING + name);
    frames.tellAll(
        deadline,
        "Page.addScriptToEvaluateOnNewDocument",
        "source",
        SCRIPT.replace("NAME", Json.quoted(name)),
        // in the document that is there as well
        "runImmediately",
        true);
  }

  @Override
  public void event(String session, String method, JsonObject parameters) {
    if (!method.equals("Runtime.bindingCalled") || !frames.has(session)) {
      return;
    }
    String binding = parameters.getString("name");
    Consumer<String> handler = handlers.get(binding);
    if (handler == null) {
      return;
    }
    try {
      JsonObject call = Json.parse(parameters.getString("payload"));
      int context = parameters.getInt("executionContextId");
      thread.execute(
          () ->
              frames
                  .channel(session)
                  .tell(
                      "Runtime.evaluate",
                      "contextId",
                      context,
                      "expression",
                      answer(binding, call.getInt("id"), run(handler, call))));
    } catch (JsonException | RejectedExecutionException e) {
      // called past its script, or the session is over
      System.getLogger(PageFunctions.class.getName())
          .log(System.Logger.Level.DEBUG, "a call of the page came to nothing", e);
    }
  }

  /** What became of the call, as JavaScript. */
  private static String run(Consumer<String> handler, JsonObject call) {
    try {
      handler.accept(call.getString("text"));
      return "null";
    } catch (RuntimeException e) {
      return Json.quoted(String.valueOf(e.getMessage()));
    }
  }

  private static String answer(String binding, int id, String error) {
    String name = binding.substring(BINDING.length());
    return "globalThis['__meetbot_answer_" + name + "']?.(" + id + ", " + error + ")";
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
