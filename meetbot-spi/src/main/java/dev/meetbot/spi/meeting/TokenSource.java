package dev.meetbot.spi.meeting;

import java.util.Map;

/** Where a bot gets what identifies it to a platform. Thread-safe. */
public interface TokenSource extends AutoCloseable {
  /**
   * The tokens for one meeting, by the names under which the platform's {@link Visit} has them;
   * empty when this source has none for it. Asked right before the page is opened, once per
   * opening; blocks for some seconds at most. The tokens are secrets: they are neither logged nor
   * stored.
   *
   * @throws MissingTokenException when there is none and the bot must not go without
   */
  Map<String, String> tokens(TokenRequest request);

  /** Lets go of what it holds; a second call does nothing. */
  @Override
  default void close() {}
}
