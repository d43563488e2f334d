package dev.meetbot.provider.jpa;

import org.jspecify.annotations.Nullable;

/**
 * A database server.
 *
 * @param url JDBC address that begins with {@code jdbc:postgresql:}; what its parameters say goes
 *     before our own choices
 * @param user null when the address or the server's rules tell
 * @param password a secret; null when there is none
 * @param connections at most so many at a time
 */
public record DatabaseSettings(
    String url, @Nullable String user, @Nullable String password, int connections) {
  /** What {@link #url} has to begin with. */
  public static final String PREFIX = "jdbc:postgresql:";

  public DatabaseSettings {
    if (!url.startsWith(PREFIX)) {
      throw new IllegalArgumentException("the address has to begin with " + PREFIX);
    }
    if (connections < 2) {
      throw new IllegalArgumentException("two connections are the least");
    }
  }

  /** Without the password, and without the address's parameters, which may hold one too. */
  @Override
  public String toString() {
    int parameters = url.indexOf('?');
    return "DatabaseSettings["
        + (parameters < 0 ? url : url.substring(0, parameters))
        + ", "
        + connections
        + " connections]";
  }
}
