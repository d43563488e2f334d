package dev.meetbot.lab.chaos;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What leads from the servers to the database: an address for each server. In a network namespace
 * of our own it can be taken away, and what is sent there gets lost.
 */
record Wire(boolean own, List<String> addresses) {
  static Wire of(int servers, boolean own) {
    List<String> addresses =
        IntStream.rangeClosed(1, servers)
            .mapToObj(i -> own ? "10.99.0." + i : "127.0.0.1")
            .toList();
    Wire wire = new Wire(own, addresses);
    if (own) {
      addresses.forEach(wire::join);
    }
    return wire;
  }

  void cut(String address) {
    Shell.run("ip", "address", "delete", address + "/32", "dev", "lo");
  }

  void join(String address) {
    Shell.run("ip", "address", "add", address + "/32", "dev", "lo");
  }
}
