package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Knows the addresses that are not of the public Internet (RFC 6890 and its updates). */
final class SpecialAddresses {
  private static final List<AddressBlock> IPV4 =
      List.of(
          AddressBlock.of("this network", 8, 0),
          AddressBlock.of("private", 8, 10),
          AddressBlock.of("carrier-grade NAT", 10, 100, 64),
          AddressBlock.of("loopback", 8, 127),
          AddressBlock.of("cloud metadata", 32, 168, 63, 129, 16),
          AddressBlock.of("link-local or cloud metadata", 16, 169, 254),
          AddressBlock.of("private", 12, 172, 16),
          AddressBlock.of("protocol assignments", 24, 192, 0, 0),
          AddressBlock.of("documentation", 24, 192, 0, 2),
          AddressBlock.of("6to4 relays", 24, 192, 88, 99),
          AddressBlock.of("private", 16, 192, 168),
          AddressBlock.of("benchmarking", 15, 198, 18),
          AddressBlock.of("documentation", 24, 198, 51, 100),
          AddressBlock.of("documentation", 24, 203, 0, 113),
          AddressBlock.of("multicast", 4, 224),
          AddressBlock.of("reserved", 4, 240));

  private static final List<AddressBlock> IPV6 =
      List.of(
          AddressBlock.of("unspecified", 128, 0),
          AddressBlock.of("loopback", 128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
          AddressBlock.of("local translation", 48, 0, 0x64, 0xff, 0x9b, 0, 1),
          AddressBlock.of("discard", 64, 1),
          AddressBlock.of("protocol assignments or Teredo", 23, 0x20, 1, 0, 0),
          AddressBlock.of("documentation", 32, 0x20, 1, 0x0d, 0xb8),
          AddressBlock.of("documentation", 20, 0x3f, 0xff),
          AddressBlock.of("private", 7, 0xfc),
          AddressBlock.of("link-local", 10, 0xfe, 0x80),
          AddressBlock.of("site-local", 10, 0xfe, 0xc0),
          AddressBlock.of("multicast", 8, 0xff));

  /** All that IANA has given out for the public Internet. */
  private static final AddressBlock GLOBAL = AddressBlock.of("global unicast", 3, 0x20);

  private static final AddressBlock SIX_TO_FOUR = AddressBlock.of("6to4", 16, 0x20, 2);
  private static final List<AddressBlock> IPV4_AT_THE_END =
      List.of(
          AddressBlock.of("mapped", 96, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff),
          AddressBlock.of("compatible", 96, 0),
          AddressBlock.of("translated", 96, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0),
          AddressBlock.of("NAT64", 96, 0, 0x64, 0xff, 0x9b));

  private SpecialAddresses() {}

  /** What makes the address special; empty for one of the public Internet. */
  static Optional<String> kind(InetAddress address) {
    return kind(address.getAddress());
  }

  private static Optional<String> kind(byte[] bytes) {
    boolean six = bytes.length == 16;
    Optional<String> special =
        (six ? IPV6 : IPV4)
            .stream().filter(b -> b.contains(bytes)).map(AddressBlock::kind).findFirst();
    if (special.isPresent() || !six) {
      return special;
    }
    byte[] inner = embedded(bytes);
    if (inner != null) {
      return kind(inner);
    }
    return GLOBAL.contains(bytes) ? Optional.empty() : Optional.of("reserved");
  }

  /** The address itself, or the IPv4 address that it maps to (RFC 4291, 2.5.5.2). */
  static byte[] unmapped(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean mapped = bytes.length == 16 && IPV4_AT_THE_END.get(0).contains(bytes);
    return mapped ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
  }

  /** The IPv4 address that an IPv6 address leads to; null when it leads to none. */
  private static byte @Nullable [] embedded(byte[] bytes) {
    if (SIX_TO_FOUR.contains(bytes)) {
      return Arrays.copyOfRange(bytes, 2, 6);
    }
    boolean atTheEnd = IPV4_AT_THE_END.stream().anyMatch(b -> b.contains(bytes));
    return atTheEnd || isatap(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : null;
  }

  /** RFC 5214, 6.1: the interface identifier is 0000:5EFE or 0200:5EFE and the IPv4 address. */
  private static boolean isatap(byte[] bytes) {
    return (bytes[8] & 0xfd) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && (bytes[11] & 0xff) == 0xfe;
  }
}
