package dev.meetbot.provider.http;

import java.net.UnknownHostException;

/**
 * A policy does not let us connect to that address. It is an {@link UnknownHostException} so that a
 * resolver may throw it. The address is not told: whoever named the target must not learn what a
 * name means inside the operator's network.
 */
public final class RefusedAddressException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  private RefusedAddressException(String message) {
    super(message);
  }

  /**
   * @param kind what the address is, for people: "loopback", "private", ...
   */
  public static RefusedAddressException ofKind(String kind) {
    return because("its address is " + kind);
  }

  static RefusedAddressException because(String reason) {
    return new RefusedAddressException("the target is refused: " + reason);
  }
}
