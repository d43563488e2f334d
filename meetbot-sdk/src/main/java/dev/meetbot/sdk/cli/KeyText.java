package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.ApiKey;
import dev.meetbot.sdk.NewApiKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys as people read them. Pure. */
final class KeyText {
  private KeyText() {}

  static List<String> table(List<ApiKey> keys, Instant now, ZoneId zone, int width) {
    Table table =
        new Table()
            .whole("ID")
            .fitted("NAME")
            .whole("SCOPE")
            .whole("BEGINS WITH")
            .whole("LAST USED")
            .whole("STATE");
    for (ApiKey key : keys) {
      table.row(
          key.id(),
          key.name(),
          key.scope(),
          key.hint(),
          Words.date(key.lastUsedAt(), zone),
          state(key, now));
    }
    return table.lines(width);
  }

  static Card card(ApiKey key, Instant now, ZoneId zone) {
    return new Card()
        .row("key", key.id())
        .row("name", key.name())
        .row("scope", key.scope())
        .row("begins with", key.hint())
        .row("state", state(key, now))
        .row("made", Words.date(key.createdAt(), zone))
        .row("last used", Words.date(key.lastUsedAt(), zone))
        .row("expires", Words.date(key.expiresAt(), zone))
        .row("revoked", Words.date(key.revokedAt(), zone));
  }

  static Card card(NewApiKey key, ZoneId zone) {
    return new Card()
        .row("key", key.id())
        .row("name", key.name())
        .row("scope", key.scope())
        .row("expires", Words.date(key.expiresAt(), zone));
  }

  /** Whether it opens anything. */
  static String state(ApiKey key, Instant now) {
    if (isPast(key.revokedAt(), now)) {
      return "revoked";
    }
    return isPast(key.expiresAt(), now) ? "expired" : "good";
  }

  private static boolean isPast(@Nullable Instant time, Instant now) {
    return time != null && !time.isAfter(now);
  }
}
