package dev.meetbot.provider.http;

import java.net.InetAddress;

/** Which addresses webhooks may be sent to. Thread-safe; does not block. */
@FunctionalInterface
public interface AddressPolicy {
  /**
   * Returns when the address is allowed.
   *
   * @throws RefusedAddressException when it is not
   */
  void check(InetAddress address) throws RefusedAddressException;

  /** Everything is allowed. */
  static AddressPolicy any() {
    return address -> {};
  }

  /**
   * Only addresses of the public Internet: whoever can name a webhook URL must not reach this
   * machine, its network or its cloud's metadata service. Follows IANA's special-purpose registries
   * (RFC 6890); addresses that carry an IPv4 address inside are judged by that one.
   */
  static AddressPolicy publicOnly() {
    return SpecialAddresses::check;
  }
}
