package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserFilm;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A film by the protocol's screencast: the next picture comes when the last one was acknowledged,
 * which is done when somebody asks for it.
 */
final class CdpFilm implements BrowserFilm, Connection.Listener {
  private static final int QUALITY = 60;
  private static final Duration END = Duration.ofSeconds(2);

  private final Channel page;
  private final AtomicReference<@Nullable JsonObject> latest = new AtomicReference<>();
  private int unanswered = -1;
  private boolean closed;

  private CdpFilm(Channel page) {
    this.page = page;
  }

  static CdpFilm start(Channel page, Deadline deadline) {
    CdpFilm film = new CdpFilm(page);
    page.connection().listen(film);
    page.call(deadline, "Page.startScreencast", "format", "jpeg", "quality", QUALITY);
    return film;
  }

  @Override
  public void event(String session, String method, JsonObject parameters) {
    if (method.equals("Page.screencastFrame") && session.equals(page.session())) {
      latest.set(parameters);
    }
  }

  @Override
  public Optional<byte[]> picture(Duration timeout) {
    if (unanswered >= 0) {
      int answered = unanswered;
      unanswered = -1;
      page.call(Deadline.of("film", timeout), "Page.screencastFrameAck", "sessionId", answered);
    }
    JsonObject frame = latest.getAndSet(null);
    if (frame == null) {
      return Optional.empty();
    }
    unanswered = frame.getInt("sessionId");
    return Optional.of(Base64.getDecoder().decode(frame.getString("data")));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    page.connection().forget(this);
    try {
      page.call(Deadline.of("end the film", END), "Page.stopScreencast");
    } catch (BrowserException e) {
      System.getLogger(CdpFilm.class.getName())
          .log(System.Logger.Level.DEBUG, "the film had ended already", e);
    }
  }
}
