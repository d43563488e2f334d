package dev.meetbot.war.settings;

import java.net.URI;
import java.util.Set;
import java.util.TreeSet;

/** Under which names this server is reached. */
public final class Authorities {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");
  private static final Set<String> WILDCARD = Set.of("0.0.0.0", "::", "[::]");

  private Authorities() {}

  static boolean isLoopback(String host) {
    return LOOPBACK.contains(host);
  }

  /**
   * The address that clients are told, with a trailing slash: the configured one, else the one that
   * follows from the listener.
   *
   * @param contextPath of the application in its server, {@code ""} for the root
   */
  public static URI publicUrl(WarSettings settings, String contextPath) {
    URI given = settings.publicUrl();
    if (given != null) {
      return given;
    }
    String host = WILDCARD.contains(settings.host()) ? "127.0.0.1" : settings.host();
    return URI.create("http://" + authority(host, settings.port()) + contextPath + "/");
  }

  /** {@code host:port} of this server: on its loopback, on its own address, in its public URL. */
  public static Set<String> own(WarSettings settings, URI publicUrl) {
    Set<String> own = new TreeSet<>();
    own.add(authority("127.0.0.1", settings.port()));
    own.add(authority("localhost", settings.port()));
    if (!WILDCARD.contains(settings.host())) {
      own.add(authority(settings.host(), settings.port()));
    }
    own.add(publicUrl.getAuthority());
    return own;
  }

  private static String authority(String host, int port) {
    boolean bare = host.contains(":") && !host.startsWith("[");
    return (bare ? "[" + host + "]" : host) + ":" + port;
  }
}
