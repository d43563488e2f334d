package dev.meetbot.provider.playwright;

import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The latest complaints of a page. Thread-safe. */
final class ConsoleErrors {
  private static final int LINES = 100;
  private static final int CHARACTERS = 500;

  private final Deque<String> lines = new ArrayDeque<>();

  /** Listens from now on; on the page's thread. */
  void watch(Page page) {
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            add(message.type() + ": " + message.text());
          }
        });
    page.onPageError(error -> add("uncaught: " + error));
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
