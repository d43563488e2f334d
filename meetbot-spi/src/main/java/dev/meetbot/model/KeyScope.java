package dev.meetbot.model;

import java.util.Arrays;
import java.util.Optional;

/** What an API key opens, told by what its text begins with. */
public enum KeyScope {
  /** All that a tenant may do. */
  LIVE("mb_live_", true),
  /** Like {@link #LIVE}, but bots may join the built-in room only, and keys stay out of reach. */
  TEST("mb_test_", true),
  /** Calendar invites for a tenant, nothing else. */
  INTAKE("mb_intake_", true),
  /** Reports of bots that run outside the server's process. */
  WORKER("mb_worker_", false),
  /** What only the operator may do: tenants, keys, the host's view. */
  OPERATOR("mb_admin_", false),
  /** Reading the metrics. */
  SCRAPE("mb_scrape_", false);

  private final String prefix;
  private final boolean ofTenant;

  KeyScope(String prefix, boolean ofTenant) {
    this.prefix = prefix;
    this.ofTenant = ofTenant;
  }

  /** What keys of this scope begin with. */
  public String prefix() {
    return prefix;
  }

  /** Whether such a key belongs to a tenant. */
  public boolean ofTenant() {
    return ofTenant;
  }

  /** The name on the wire, the word in the middle of the prefix: {@code live}, {@code admin}. */
  public String wireName() {
    return prefix.substring("mb_".length(), prefix.length() - 1);
  }

  /** The scope of that wire name. */
  public static Optional<KeyScope> find(String wireName) {
    return Arrays.stream(values()).filter(s -> s.wireName().equals(wireName)).findFirst();
  }
}
