package dev.meetbot.sdk.cli;

import java.net.URI;
import java.util.Locale;

/**
 * A server's address in the one form under which its key is kept. Pure.
 *
 * @param url without a slash at its end
 */
record ServerAddress(String url) {
  /** Reads what somebody typed; anything but a web address is a wrong usage. */
  static ServerAddress of(String text) {
    // without what may be a password
    if (!text.contains("://") && !text.isBlank() && !text.contains("@")) {
      throw new CliException(
          ExitCode.USAGE, Words.clean(text) + " has no http:// or https:// before it");
    }
    URI uri;
    try {
      uri = URI.create(text.trim());
    } catch (IllegalArgumentException e) {
      throw wrong();
    }
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!(scheme.equals("https") || scheme.equals("http"))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawQuery() != null
        || uri.getRawFragment() != null) {
      throw wrong();
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
    return new ServerAddress(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path);
  }

  /** Whether a key would travel over a network in clear. */
  boolean isInClear() {
    String host = URI.create(url).getHost();
    boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    return url.startsWith("http:") && !loopback;
  }

  private static CliException wrong() {
    return new CliException(
        ExitCode.USAGE, "that is not the address of a server: it is like https://host");
  }
}
