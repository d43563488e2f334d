package dev.meetbot.sdk.cli;

import dev.meetbot.sdk.WebhookEnvelope;
import dev.meetbot.sdk.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is printed of webhooks. Pure. */
final class WebhookLines {
  // these stand at the line's beginning, or say the event's name once more
  private static final Set<String> SAID_BEFORE =
      Set.of("event", "jobId", "externalId", "status", "metadata");

  private WebhookLines() {}

  /** A genuine one for people: the event, the job, and what is particular to it. */
  static String line(WebhookEvent event, Instant now, ZoneId zone) {
    WebhookEnvelope envelope = event.envelope();
    List<String> parts = new ArrayList<>();
    parts.add(Words.time(now, zone));
    parts.add(Cells.pad(envelope.event(), 18));
    add(parts, "", envelope.jobId());
    add(parts, "", envelope.externalId());
    add(parts, "", envelope.status());
    // in the same order each time
    new TreeMap<>(envelope.data())
        .forEach(
            (name, value) -> {
              if (!SAID_BEFORE.contains(name)) {
                add(parts, name + "=", value instanceof Map ? JsonText.line(value) : value);
              }
            });
    add(parts, "attempt=", envelope.attempt() > 1 ? envelope.attempt() : null);
    return String.join("  ", parts).stripTrailing();
  }

  /** A genuine one for machines: the whole body. */
  static String json(byte[] body, Instant now, @Nullable Integer forwarded) {
    Map<String, @Nullable Object> line = start(now, true);
    String text = new String(body, StandardCharsets.UTF_8);
    line.put("body", JsonText.findObject(text).map(Object.class::cast).orElse(text));
    if (forwarded != null) {
      line.put("forwarded", forwarded);
    }
    return JsonText.line(line);
  }

  /** One that was refused, for machines. */
  static String json(WebhookVerdict verdict, Instant now) {
    Map<String, @Nullable Object> line = start(now, false);
    line.put("reason", verdict.reason());
    return JsonText.line(line);
  }

  private static Map<String, @Nullable Object> start(Instant now, boolean verified) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("receivedAt", now);
    line.put("verified", verified);
    return line;
  }

  private static void add(List<String> parts, String name, @Nullable Object value) {
    String text = Words.clean(value);
    if (!text.isEmpty()) {
      parts.add(name + text);
    }
  }
}
