package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * All addresses that begin alike.
 *
 * @param kind what they are, for people
 * @param prefix how many bits count
 * @param start the first of them; missing bytes are zero
 */
record AddressBlock(String kind, int prefix, byte[] start) {
  static AddressBlock of(String kind, int prefix, int... start) {
    byte[] bytes = new byte[start.length];
    for (int i = 0; i < start.length; i++) {
      bytes[i] = (byte) start[i];
    }
    return new AddressBlock(kind, prefix, bytes);
  }

  /**
   * {@code 10.1.0.0/16}, {@code fd00::/8}, or a single address.
   *
   * @throws IllegalArgumentException when it is none of these
   */
  static AddressBlock parse(String text) {
    int slash = text.indexOf('/');
    String host = slash < 0 ? text : text.substring(0, slash);
    try {
      InetAddress address = HostLiteral.read(host).orElseThrow(NumberFormatException::new);
      int bits = address.getAddress().length * 8;
      int prefix = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      if (prefix < 0 || prefix > bits) {
        throw new NumberFormatException();
      }
      return new AddressBlock("allowed", prefix, address.getAddress());
    } catch (UnknownHostException | NumberFormatException e) {
      throw new IllegalArgumentException("neither an address nor a block of them: " + text, e);
    }
  }

  boolean contains(byte[] address) {
    for (int bit = 0; bit < prefix; bit++) {
      int index = bit / 8;
      int wanted = index < start.length ? start[index] : 0;
      int mask = 0x80 >> bit % 8;
      if ((address[index] & mask) != (wanted & mask)) {
        return false;
      }
    }
    return true;
  }

  /** The same, for blocks of IPv4 and of IPv6 in one list. */
  boolean containsSameKind(byte[] address) {
    return address.length == start.length && contains(address);
  }
}
