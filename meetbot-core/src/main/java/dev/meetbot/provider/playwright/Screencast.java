package dev.meetbot.provider.playwright;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserFilm;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A film by Chromium's own screencast ("Page.startScreencast" of its DevTools protocol), which
 * sends the next picture only when the last one was acknowledged: by whoever asks for the next.
 */
final class Screencast implements BrowserFilm {
  private static final int QUALITY = 60;

  private final SessionThread thread;
  private final CDPSession protocol;

  /** Only the session's thread touches these two. */
  private @Nullable JsonObject frame;

  private @Nullable Integer unanswered;
  private boolean closed;

  private Screencast(SessionThread thread, CDPSession protocol) {
    this.thread = thread;
    this.protocol = protocol;
  }

  static Screencast start(SessionThread thread, Duration timeout) {
    return thread.call(
        "film",
        timeout,
        (page, left) -> {
          Screencast film = new Screencast(thread, page.context().newCDPSession(page));
          film.start(page);
          return film;
        });
  }

  private void start(Page page) {
    protocol.on("Page.screencastFrame", event -> frame = event);
    JsonObject wanted = new JsonObject();
    wanted.addProperty("format", "jpeg");
    wanted.addProperty("quality", QUALITY);
    wanted.addProperty("maxWidth", page.viewportSize().width);
    wanted.addProperty("maxHeight", page.viewportSize().height);
    protocol.send("Page.startScreencast", wanted);
  }

  @Override
  public Optional<byte[]> picture(Duration timeout) {
    return thread.call("film", timeout, (page, left) -> next());
  }

  private Optional<byte[]> next() {
    if (unanswered != null) {
      JsonObject answer = new JsonObject();
      answer.addProperty("sessionId", unanswered);
      unanswered = null;
      protocol.send("Page.screencastFrameAck", answer);
    }
    JsonObject latest = frame;
    if (latest == null) {
      return Optional.empty();
    }
    frame = null;
    unanswered = latest.get("sessionId").getAsInt();
    return Optional.of(Base64.getDecoder().decode(latest.get("data").getAsString()));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      thread.call(
          "end the film",
          Duration.ofSeconds(2),
          (page, left) -> {
            protocol.detach();
            return true;
          });
    } catch (BrowserException | PlaywrightException e) {
      System.getLogger(Screencast.class.getName())
          .log(System.Logger.Level.DEBUG, "The film had ended already", e);
    }
  }
}
