package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which addresses webhooks may be sent to. Thread-safe; does not block. */
@FunctionalInterface
public interface AddressPolicy {
  /**
   * Returns when the address is allowed.
   *
   * @param host as it stands in the URL, in lower case
   * @param address what the host means at this moment, and what would be connected to
   * @throws RefusedAddressException when it is not
   */
  void check(String host, InetAddress address) throws RefusedAddressException;

  /** Everything is allowed. */
  static AddressPolicy any() {
    return (host, address) -> {};
  }

  /**
   * Only addresses of the public Internet: whoever can name a webhook URL must not reach this
   * machine, its network or its cloud's metadata service. Follows IANA's special-purpose registries
   * (RFC 6890); addresses that carry an IPv4 address inside are judged by that one.
   *
   * @param targets what is allowed besides: names of hosts, whatever address they have; addresses;
   *     blocks of addresses ({@code 10.1.0.0/16}, {@code fd00::/8})
   * @throws IllegalArgumentException for a target that is none of these
   */
  static AddressPolicy publicAnd(Collection<String> targets) {
    AllowedTargets allowed = AllowedTargets.parse(targets);
    return (host, address) -> {
      Optional<String> special = SpecialAddresses.kind(address);
      if (special.isPresent() && !allowed.contains(host, address)) {
        throw RefusedAddressException.ofKind(special.get());
      }
    };
  }

  /** {@link #publicAnd} nothing else. */
  static AddressPolicy publicOnly() {
    return publicAnd(List.of());
  }
}
