package dev.meetbot.engine.internal.worker;

import dev.meetbot.engine.internal.capture.matroska.Codec;
import dev.meetbot.engine.internal.capture.matroska.MatroskaWriter;
import dev.meetbot.engine.internal.capture.matroska.Packet;
import dev.meetbot.engine.internal.capture.matroska.TrackFormat;
import dev.meetbot.spi.artifact.ArtifactKey;
import dev.meetbot.spi.artifact.ArtifactStore;
import dev.meetbot.spi.artifact.ArtifactWriter;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserFilm;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * A film of the way in, for whoever wants to know what the bot saw: up to five JPEG pictures a
 * second in a Matroska file that grows in the store. Ends by itself after ten minutes. A film that
 * breaks is a log line, never a fault of the job.
 */
final class JoinFilm implements AutoCloseable {
  private static final Logger LOG = System.getLogger(JoinFilm.class.getName());
  private static final Duration INTERVAL = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final BrowserFilm film;
  private final ArtifactWriter file;
  private final long startMs;
  private final Ticker ticker;
  private boolean begun;
  private boolean over;

  private JoinFilm(InstantSource clock, BrowserFilm film, ArtifactWriter file) {
    this.clock = clock;
    this.film = film;
    this.file = file;
    this.startMs = clock.millis();
    this.ticker = new Ticker(INTERVAL, this::work, work -> new Thread(work, "meetbot-film"));
  }

  /** Begins to film; empty when that cannot be. */
  static Optional<JoinFilm> start(
      BrowserSession session, ArtifactStore store, ArtifactKey folder, InstantSource clock) {
    try {
      ArtifactWriter file = store.open(folder.resolve("join.mkv"), "video/x-matroska");
      JoinFilm film = new JoinFilm(clock, session.page().film(PATIENCE), file);
      film.ticker.start();
      return Optional.of(film);
    } catch (IOException | BrowserException e) {
      LOG.log(Level.WARNING, "the way in cannot be filmed", e);
      return Optional.empty();
    }
  }

  private boolean work() {
    if (!over) {
      try {
        long now = clock.millis() - startMs;
        Optional<byte[]> picture = film.picture(PATIENCE);
        if (picture.isPresent()) {
          write(now, picture.get());
        }
        over = now > LONGEST.toMillis();
      } catch (IOException | BrowserException e) {
        LOG.log(Level.DEBUG, "the film ended: {0}", e.getMessage());
        over = true;
      }
    }
    return false;
  }

  private void write(long atMs, byte[] jpeg) throws IOException {
    if (!begun) {
      begun = true;
      BrowserOptions size = BrowserOptions.DEFAULTS;
      file.append(
          MatroskaWriter.header(TrackFormat.video(Codec.MJPEG, size.width(), size.height()), jpeg));
    }
    file.append(MatroskaWriter.cluster(Codec.MJPEG, List.of(new Packet(atMs, true, jpeg))));
    file.flush();
  }

  /** Ends the film and keeps it. */
  @Override
  public void close() {
    ticker.close();
    film.close();
    try (file) {
      file.commit();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "the film could not be kept: {0}", e.getMessage());
    }
  }
}
