package dev.meetbot.provider.http;

import java.net.InetAddress;

/** A policy does not let us connect to that address. */
public final class RefusedAddressException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param kind what the address is, for people: "loopback", "private", ...
   */
  public RefusedAddressException(InetAddress address, String kind) {
    super("the address " + address.getHostAddress() + " is refused: " + kind);
  }
}
