package dev.meetbot.sdk;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Another view of a call, made of its kept tracks. The server checks the values.
 *
 * @param layout {@code speaker}, {@code gallery} or {@code share_first}
 * @param width in pixels, even; null for the server's 1280
 * @param height in pixels, even; null for the server's 720
 */
public record ViewRequest(String layout, @Nullable Integer width, @Nullable Integer height) {
  /** A view of that layout, as large as the server makes them. */
  public static ViewRequest of(String layout) {
    return new ViewRequest(layout, null, null);
  }

  /** The same, of another size. */
  public ViewRequest withSize(int newWidth, int newHeight) {
    return new ViewRequest(layout, newWidth, newHeight);
  }

  Map<String, Object> wire() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("layout", layout);
    if (width != null) {
      fields.put("width", width);
    }
    if (height != null) {
      fields.put("height", height);
    }
    return fields;
  }
}
