package dev.meetbot.example.browser;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The latest complaints of a page and its frames. Thread-safe. */
final class ConsoleErrors implements Connection.Listener {
  private static final int LINES = 100;
  private static final int CHARACTERS = 500;

  private final Frames frames;
  private final Deque<String> lines = new ArrayDeque<>();

  ConsoleErrors(Frames frames) {
    this.frames = frames;
  }

  @Override
  public void event(String session, String method, JsonObject parameters) {
    if (!frames.has(session)) {
      return;
    }
    if (method.equals("Runtime.consoleAPICalled")) {
      String type = parameters.getString("type");
      if (type.equals("error") || type.equals("warning")) {
        add(type + ": " + words(parameters));
      }
    } else if (method.equals("Runtime.exceptionThrown")) {
      add("uncaught: " + Failures.thrown(parameters.getJsonObject("exceptionDetails")));
    } else if (method.equals("Log.entryAdded")) {
      JsonObject entry = parameters.getJsonObject("entry");
      if (entry.getString("level").equals("error")) {
        add("error: " + entry.getString("text") + " " + entry.getString("url", ""));
      }
    }
  }

  private static String words(JsonObject parameters) {
    return parameters.getJsonArray("args").getValuesAs(JsonObject.class).stream()
        .map(ConsoleErrors::word)
        .collect(Collectors.joining(" "));
  }

  private static String word(JsonObject argument) {
    JsonValue value = argument.get("value");
    if (value instanceof JsonString text) {
      return text.getString();
    }
    return value == null ? argument.getString("description", "") : value.toString();
  }

  private synchronized void add(String line) {
    lines.add(line.substring(0, Math.min(line.length(), CHARACTERS)));
    if (lines.size() > LINES) {
      lines.remove();
    }
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
