package dev.meetbot.provider.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What an operator allows besides the public Internet. */
record AllowedTargets(Set<String> hosts, List<AddressBlock> blocks) {
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\\.[a-z0-9_-]{1,63})*");

  AllowedTargets {
    hosts = Set.copyOf(hosts);
    blocks = List.copyOf(blocks);
  }

  /**
   * @throws IllegalArgumentException for a text that is neither host nor address nor block
   */
  static AllowedTargets parse(Collection<String> targets) {
    Set<String> hosts = new HashSet<>();
    List<AddressBlock> blocks = new ArrayList<>();
    for (String target : targets) {
      String text = target.strip().toLowerCase(Locale.ROOT);
      if (text.indexOf(':') >= 0 || text.indexOf('/') >= 0 || text.matches("[0-9.]+")) {
        blocks.add(AddressBlock.parse(text));
      } else if (NAME.matcher(text).matches()) {
        hosts.add(text);
      } else {
        throw new IllegalArgumentException("not a host, an address or a block: " + target);
      }
    }
    return new AllowedTargets(hosts, blocks);
  }

  boolean contains(String host, InetAddress address) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    byte[] bytes = SpecialAddresses.unmapped(address);
    return hosts.contains(name) || blocks.stream().anyMatch(b -> b.containsSameKind(bytes));
  }
}
