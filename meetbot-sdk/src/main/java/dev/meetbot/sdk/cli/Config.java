package dev.meetbot.sdk.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the program remembers. A key belongs to its server and is sent to no other one.
 *
 * @param current the server of the last login; null when there is none
 * @param keys by the servers' addresses
 */
record Config(@Nullable String current, Map<String, String> keys) {
  static final Config EMPTY = new Config(null, Map.of());

  Config {
    keys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(keys));
  }

  Optional<String> findKey(ServerAddress server) {
    return Optional.ofNullable(keys.get(server.url()));
  }

  Config with(ServerAddress server, String key) {
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.put(server.url(), key);
    return new Config(server.url(), all);
  }

  /** Without that server; another one that is left is the current one then. */
  Config without(ServerAddress server) {
    Map<String, String> all = new LinkedHashMap<>(keys);
    all.remove(server.url());
    String next =
        server.url().equals(current) ? all.keySet().stream().findFirst().orElse(null) : current;
    return new Config(next, all);
  }

  /** Reads what {@link #json()} wrote; empty when it is something else. */
  static Optional<Config> of(String json) {
    return JsonText.findObject(json)
        .filter(fields -> fields.get("servers") instanceof Map)
        .map(
            fields -> {
              Map<String, String> keys = new LinkedHashMap<>();
              ((Map<?, ?>) fields.get("servers"))
                  .forEach(
                      (url, server) -> {
                        if (server instanceof Map<?, ?> known
                            && known.get("apiKey") instanceof String key) {
                          keys.put(String.valueOf(url), key);
                        }
                      });
              return new Config(fields.get("current") instanceof String url ? url : null, keys);
            });
  }

  String json() {
    Map<String, Object> servers = new LinkedHashMap<>();
    keys.forEach((url, key) -> servers.put(url, Map.of("apiKey", key)));
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("current", current);
    all.put("servers", servers);
    return JsonText.document(all) + "\n";
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "Config" + keys.keySet();
  }
}
