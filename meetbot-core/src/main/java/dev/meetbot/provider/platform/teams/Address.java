package dev.meetbot.provider.platform.teams;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a web address that Teams' links play with.
 *
 * @param path percent-encoded
 * @param query percent-encoded, empty when there is none
 * @param fragment percent-encoded, empty when there is none
 */
record Address(String host, String path, String query, String fragment) {
  /** Empty when it is not a plain web address. */
  static Optional<Address> of(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    if (!Set.of("http", "https").contains(scheme)
        || url.getHost() == null
        || url.getRawUserInfo() != null
        || url.getPort() != -1 && url.getPort() != usual) {
      return Optional.empty();
    }
    return Optional.of(
        new Address(
            url.getHost().toLowerCase(Locale.ROOT),
            url.getRawPath(),
            orEmpty(url.getRawQuery()),
            orEmpty(url.getRawFragment())));
  }

  /** An address on this host, as links within links give it: without scheme and host. */
  Address inside(String reference) {
    int hash = reference.indexOf('#');
    String front = hash < 0 ? reference : reference.substring(0, hash);
    int mark = front.indexOf('?');
    return new Address(
        host,
        mark < 0 ? front : front.substring(0, mark),
        mark < 0 ? "" : front.substring(mark + 1),
        hash < 0 ? "" : reference.substring(hash + 1));
  }

  /** A parameter of the query, decoded; empty when it is missing or broken. */
  Optional<String> parameter(String name) {
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.substring(0, equals).equalsIgnoreCase(name)) {
        return decoded(pair.substring(equals + 1));
      }
    }
    return Optional.empty();
  }

  /** Decodes percent-encoding; a plus sign stays one, since Teams writes blanks as %20. */
  static Optional<String> decoded(String text) {
    try {
      return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Without the query and the fragment, which may hold a passcode. */
  @Override
  public String toString() {
    return "Address[" + host + path + "]";
  }
}
