package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import java.util.Map;
import java.util.Optional;

/** Keys by their names in the W3C's UI Events, as the protocol wants them. */
final class Keys {
  private static final Map<String, Key> NAMED =
      Map.ofEntries(
          named("Enter", 13, "\r"),
          named("Tab", 9, ""),
          named("Escape", 27, ""),
          named("Backspace", 8, ""),
          named("Delete", 46, ""),
          named("Home", 36, ""),
          named("End", 35, ""),
          named("PageUp", 33, ""),
          named("PageDown", 34, ""),
          named("ArrowLeft", 37, ""),
          named("ArrowUp", 38, ""),
          named("ArrowRight", 39, ""),
          named("ArrowDown", 40, ""));

  /**
   * One key.
   *
   * @param code where it is on a keyboard
   * @param windowsCode its number
   * @param text what it types; empty for nothing
   */
  record Key(String key, String code, int windowsCode, String text) {}

  private Keys() {}

  private static Map.Entry<String, Key> named(String name, int windowsCode, String text) {
    return Map.entry(name, new Key(name, name, windowsCode, text));
  }

  /** Throws {@link BrowserException} when there is no key of that name. */
  static Key of(String name) {
    return Optional.ofNullable(NAMED.get(name))
        .or(() -> character(name))
        .orElseThrow(() -> new BrowserException("there is no key \"" + name + "\""));
  }

  private static Optional<Key> character(String name) {
    if (name.codePointCount(0, name.length()) != 1) {
      return Optional.empty();
    }
    char upper = Character.toUpperCase(name.charAt(0));
    if (upper >= 'A' && upper <= 'Z') {
      return Optional.of(new Key(name, "Key" + upper, upper, name));
    }
    if (upper >= '0' && upper <= '9') {
      return Optional.of(new Key(name, "Digit" + upper, upper, name));
    }
    return Optional.of(new Key(name, name.equals(" ") ? "Space" : "", upper == ' ' ? 32 : 0, name));
  }
}
