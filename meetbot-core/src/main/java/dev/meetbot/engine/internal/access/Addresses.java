package dev.meetbot.engine.internal.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Whose address it is, for counting. */
public final class Addresses {
  private static final int NETWORK_BYTES = 8;

  private Addresses() {}

  /**
   * An IPv4 address as it is; of an IPv6 address the first 64 bits, because one host has all
   * addresses below them (RFC 4291, 2.5.4).
   *
   * @param address in digits: no name is ever looked up
   */
  public static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      InetAddress parsed = InetAddress.getByName(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
