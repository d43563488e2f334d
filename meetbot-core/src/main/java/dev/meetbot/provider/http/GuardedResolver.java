package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Names to addresses that may be connected to. The client connects to exactly what this returns and
 * asks anew for each connection, so nothing lies between the check and the connection. One refused
 * address among several refuses the name: an honest name has none.
 */
final class GuardedResolver implements DnsResolver {
  /** Names to addresses, unchecked. */
  @FunctionalInterface
  interface Lookup {
    InetAddress[] lookUp(String name) throws UnknownHostException;
  }

  private final AddressPolicy policy;
  private final Lookup lookup;

  GuardedResolver(AddressPolicy policy, Lookup lookup) {
    this.policy = policy;
    this.lookup = lookup;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.toLowerCase(Locale.ROOT);
    Optional<InetAddress> literal = HostLiteral.read(name);
    InetAddress[] addresses =
        literal.isPresent() ? new InetAddress[] {literal.get()} : lookup.lookUp(name);
    for (InetAddress address : addresses) {
      policy.check(name, address);
    }
    if (addresses.length == 0) {
      throw new UnknownHostException(host);
    }
    return addresses.clone();
  }

  /** Refuses what can be refused without a look-up: addresses, and names that mean this machine. */
  void checkWithoutLookup(String host) throws RefusedAddressException {
    String name = host.toLowerCase(Locale.ROOT);
    Optional<InetAddress> literal = HostLiteral.read(name);
    if (literal.isPresent()) {
      policy.check(name, literal.get());
      return;
    }
    String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (bare.equals("localhost") || bare.endsWith(".localhost")) {
      policy.check(name, InetAddress.getLoopbackAddress()); // RFC 6761, 6.3
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host; // a name that somebody's DNS gives back is not to be trusted
  }
}
