package dev.meetbot.jaxrs.login;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * What a person sent with the form.
 *
 * @param key the person's own key; never shown again
 */
record LoginForm(String userCode, String key, String csrf, String action) {
  private static final int MAX_BYTES = 4096;

  /** The fields of {@code application/x-www-form-urlencoded}; what is not given is empty. */
  static LoginForm read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MAX_BYTES);
    Map<String, String> fields = new HashMap<>();
    for (String pair : new String(bytes, StandardCharsets.ISO_8859_1).split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.putIfAbsent(decode(pair.substring(0, at)), decode(pair.substring(at + 1)));
      }
    }
    return new LoginForm(
        fields.getOrDefault("user_code", ""),
        fields.getOrDefault("key", "").strip(),
        fields.getOrDefault("csrf", ""),
        fields.getOrDefault("action", ""));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  boolean approves() {
    return action.equals("approve");
  }

  boolean denies() {
    return action.equals("deny");
  }

  @Override
  public String toString() {
    return "LoginForm[" + action + "]";
  }
}
