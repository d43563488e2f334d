package dev.meetbot.jaxrs.resource;

import dev.meetbot.jaxrs.error.Problem;
import dev.meetbot.model.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Tenant ids in paths, and where a page of tenants ends. */
final class TenantIds {
  private static final String PREFIX = "t1:";

  private TenantIds() {}

  /** The id; what cannot be one is a tenant that does not exist. */
  static TenantId require(String text) {
    return parse(text).orElseThrow(TenantIds::notFound);
  }

  private static Optional<TenantId> parse(String text) {
    return text.isEmpty() || text.length() > 64
        ? Optional.empty()
        : Optional.of(new TenantId(text));
  }

  static RuntimeException notFound() {
    return Problem.notFound("there is no such tenant").exception();
  }

  static String cursorAfter(TenantId last) {
    byte[] text = (PREFIX + last.value()).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** Empty when it is none of ours. */
  static Optional<TenantId> readCursor(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      return text.startsWith(PREFIX) ? parse(text.substring(PREFIX.length())) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
