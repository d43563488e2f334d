package dev.meetbot.engine.internal.access;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import java.util.List;

/** Names that people give to keys and tenants. */
public final class Names {
  private static final int MAX = 100;

  private Names() {}

  /**
   * Checks a name.
   *
   * @throws InvalidJobException when it has not 1 to 100 characters, or has control characters
   */
  public static void check(String name) {
    if (name.codePoints().noneMatch(Names::isVisible)
        || name.length() > MAX
        || name.chars().anyMatch(Character::isISOControl)) {
      String message = "name must have 1 to " + MAX + " characters, and no control characters";
      throw new InvalidJobException(List.of(new Issue(List.of("name"), "invalid_value", message)));
    }
  }

  /** Neither a blank of any script nor the byte order mark. */
  private static boolean isVisible(int character) {
    return !Character.isWhitespace(character)
        && !Character.isSpaceChar(character)
        && character != 0xFEFF;
  }
}
