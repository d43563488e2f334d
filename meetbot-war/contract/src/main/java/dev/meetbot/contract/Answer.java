package dev.meetbot.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered.
 *
 * @param path without the server's base and without the query, beginning with a slash
 * @param headers names in any case
 * @param body null when it was not kept
 */
public record Answer(
    String method,
    String path,
    int status,
    Map<String, List<String>> headers,
    byte @Nullable [] body) {
  public Answer {
    Map<String, List<String>> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    byName.putAll(headers);
    headers = byName;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).flatMap(values -> values.stream().findFirst());
  }

  /** Without parameters, in small letters; empty when there is none. */
  Optional<String> mediaType() {
    return header("Content-Type")
        .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  String text() {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }
}
