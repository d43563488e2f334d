package dev.meetbot.spi.browser;

import java.time.Duration;
import java.util.Optional;

/** The page as it changes, picture by picture, as fast as somebody asks. Used by one thread. */
public interface BrowserFilm extends AutoCloseable {
  /**
   * The page as JPEG when it has changed since the last call; the first call gives it as it is. A
   * browser may give the same picture again. Throws what {@link BrowserPage} throws.
   */
  Optional<byte[]> picture(Duration timeout);

  /** No more pictures; a second call does nothing. */
  @Override
  void close();
}
