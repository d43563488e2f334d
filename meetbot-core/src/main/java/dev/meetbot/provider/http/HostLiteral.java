package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Hosts that are addresses. Programs disagree about what {@code 0177.0.0.1}, {@code 127.1} or
 * {@code 2130706433} mean, and a check that reads them otherwise than the connection does is no
 * check: only the plain forms are read, everything else that is no name either is refused.
 */
final class HostLiteral {
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

  /** Where the WHATWG URL standard sees an IPv4 address ("ends in a number checker"). */
  private static final Pattern NUMERIC_END =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0x[0-9a-f]*)\\.?");

  private static final Pattern OCTETS =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private HostLiteral() {}

  /**
   * The address that the host is; empty for a name. Looks nothing up.
   *
   * @param host as in a URL, an IPv6 address with or without its brackets
   * @throws RefusedAddressException for an address in an ambiguous form, or with a zone
   */
  static Optional<InetAddress> read(String host) throws RefusedAddressException {
    String bare =
        host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    if (bare.indexOf('%') >= 0) {
      throw RefusedAddressException.because("an address with a zone");
    }
    if (bare.indexOf(':') >= 0) {
      return Optional.of(literal(IPV6.matcher(bare).matches(), bare));
    }
    if (NUMERIC_END.matcher(bare.toLowerCase(Locale.ROOT)).matches()) {
      return Optional.of(literal(OCTETS.matcher(bare).matches(), bare));
    }
    return Optional.empty();
  }

  private static InetAddress literal(boolean plain, String text) throws RefusedAddressException {
    try {
      if (plain) {
        return InetAddress.getByName(text);
      }
    } catch (java.net.UnknownHostException e) {
      // not an address after all: told below
    }
    throw RefusedAddressException.because("an address that is not in its plain form");
  }
}
