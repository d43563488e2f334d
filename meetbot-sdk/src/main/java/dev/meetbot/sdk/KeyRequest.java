package dev.meetbot.sdk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key to make. Immutable; the server checks the values.
 *
 * @param name what it is called, 1 to 100 characters
 * @param scope {@code live}, {@code test} or {@code intake}
 * @param expiresAt when it ends to open anything; null for never
 * @param idempotencyKey against doubles, 1 to 255 visible ASCII characters; null for one that is
 *     made up
 */
public record KeyRequest(
    String name, String scope, @Nullable Instant expiresAt, @Nullable String idempotencyKey) {

  /** A key that does not expire. */
  public static KeyRequest of(String name, String scope) {
    return new KeyRequest(name, scope, null, null);
  }

  /** The same, which ends to open anything then. Sent to the millisecond. */
  public KeyRequest withExpiresAt(Instant value) {
    return new KeyRequest(name, scope, value, idempotencyKey);
  }

  /** The same, under the caller's own key against doubles. */
  public KeyRequest withIdempotencyKey(String value) {
    return new KeyRequest(name, scope, expiresAt, value);
  }

  Optional<String> findIdempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  Map<String, Object> wire() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("scope", scope);
    if (expiresAt != null) {
      fields.put("expiresAt", Wire.time(expiresAt));
    }
    return fields;
  }
}
