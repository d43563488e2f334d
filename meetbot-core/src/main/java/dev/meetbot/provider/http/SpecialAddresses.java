package dev.meetbot.provider.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the addresses that are not of the public Internet (RFC 6890 and its updates). */
final class SpecialAddresses {
  private static final List<Block> IPV4 =
      List.of(
          new Block("this network", 8, 0),
          new Block("private", 8, 10),
          new Block("carrier-grade NAT", 10, 100, 64),
          new Block("loopback", 8, 127),
          new Block("link-local or cloud metadata", 16, 169, 254),
          new Block("private", 12, 172, 16),
          new Block("protocol assignments", 24, 192, 0, 0),
          new Block("documentation", 24, 192, 0, 2),
          new Block("private", 16, 192, 168),
          new Block("benchmarking", 15, 198, 18),
          new Block("documentation", 24, 198, 51, 100),
          new Block("documentation", 24, 203, 0, 113),
          new Block("multicast", 4, 224),
          new Block("reserved", 4, 240));

  private static final List<Block> IPV6 =
      List.of(
          new Block("unspecified", 128, 0),
          new Block("loopback", 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
          new Block("local translation", 48, 0, 0x64, 0xff, 0x9b, 0, 1),
          new Block("discard", 64, 1),
          new Block("protocol assignments or Teredo", 23, 0x20, 1, 0, 0),
          new Block("documentation", 32, 0x20, 1, 0x0d, 0xb8),
          new Block("documentation", 20, 0x3f, 0xff),
          new Block("segment routing", 16, 0x5f, 0),
          new Block("private", 7, 0xfc),
          new Block("link-local", 10, 0xfe, 0x80),
          new Block("site-local", 10, 0xfe, 0xc0),
          new Block("multicast", 8, 0xff));

  private static final Block MAPPED = new Block("", 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff);
  private static final Block COMPATIBLE = new Block("", 96, 0);
  private static final Block NAT64 = new Block("", 96, 0, 0x64, 0xff, 0x9b);
  private static final Block SIX_TO_FOUR = new Block("", 16, 0x20, 2);

  private SpecialAddresses() {}

  static void check(InetAddress address) throws RefusedAddressException {
    byte[] bytes = address.getAddress();
    List<Block> blocks = address instanceof Inet6Address ? IPV6 : IPV4;
    for (Block block : blocks) {
      if (block.contains(bytes)) {
        throw new RefusedAddressException(address, block.kind());
      }
    }
    InetAddress inner = bytes.length == 16 ? embedded(bytes) : null;
    if (inner != null) {
      check(inner);
    }
  }

  /** The IPv4 address that an IPv6 address leads to; null when it leads to none. */
  private static @Nullable InetAddress embedded(byte[] bytes) {
    if (SIX_TO_FOUR.contains(bytes)) {
      return ipv4(bytes, 2);
    }
    return MAPPED.contains(bytes) || COMPATIBLE.contains(bytes) || NAT64.contains(bytes)
        ? ipv4(bytes, 12)
        : null;
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new AssertionError("four bytes are an address", e);
    }
  }

  /** All addresses whose first {@code prefix} bits are those of {@code start}. */
  private record Block(String kind, int prefix, int... start) {
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
  }
}
