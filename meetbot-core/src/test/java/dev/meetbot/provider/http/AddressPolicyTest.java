package dev.meetbot.provider.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All names here are literal addresses: nothing is looked up. */
final class AddressPolicyTest {
  private final AddressPolicy publicOnly = AddressPolicy.publicOnly();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.8.8.8",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.170",
        "192.168.1.1",
        "198.19.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "2001:db8::1",
        "2001::1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:c0a8:101::1"
      })
  void specialAddressesAreRefused(String address) throws Exception {
    InetAddress refused = InetAddress.getByName(address);
    assertThatExceptionOfType(RefusedAddressException.class)
        .isThrownBy(() -> publicOnly.check("host.example", refused))
        .withMessageContaining("refused");
    assertThatCode(() -> AddressPolicy.any().check("host.example", refused))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.0.0.1",
        "128.0.0.1",
        "169.253.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::101:101",
        "2002:101:101::1"
      })
  void publicAddressesAreAllowed(String address) throws Exception {
    InetAddress allowed = InetAddress.getByName(address);
    assertThatCode(() -> publicOnly.check("host.example", allowed)).doesNotThrowAnyException();
  }

  /** Java makes an IPv4 address of a mapped one, but not when it is built from bytes like this. */
  @ParameterizedTest
  @ValueSource(ints = {10, 127})
  void aMappedAddressIsJudgedByWhatItMaps(int first) throws Exception {
    byte[] bytes = new byte[16];
    bytes[10] = (byte) 0xff;
    bytes[11] = (byte) 0xff;
    bytes[12] = (byte) first;
    bytes[15] = 1;
    InetAddress mapped = Inet6Address.getByAddress("x", bytes, -1);
    assertThatExceptionOfType(RefusedAddressException.class)
        .isThrownBy(() -> publicOnly.check("host.example", mapped));
  }
}
