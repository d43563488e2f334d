package dev.meetbot.jaxrs.resource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The {@code Content-Disposition} header (RFC 6266), with the name encoded by RFC 8187. */
final class Disposition {
  private Disposition() {}

  /** Shown in place, saved under that name. */
  static String inline(String name) {
    String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    String encoded =
        URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    return "inline; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
