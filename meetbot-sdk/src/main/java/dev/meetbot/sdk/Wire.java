package dev.meetbot.sdk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How values are written into paths, queries and bodies. Pure. */
final class Wire {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Wire() {}

  static String time(Instant time) {
    return MILLIS.format(time);
  }

  /**
   * One segment of a path, whatever is in it.
   *
   * @throws IllegalArgumentException when it is empty or means another folder
   */
  static String segment(String text) {
    if (text.isEmpty() || text.equals(".") || text.equals("..")) {
      throw new IllegalArgumentException("not an id or a name: '" + text + "'");
    }
    return encoded(text);
  }

  /** Segments between slashes. */
  static String path(String text) {
    return Arrays.stream(text.split("/", -1)).map(Wire::segment).collect(Collectors.joining("/"));
  }

  static String query(Map<String, String> query) {
    return query.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
