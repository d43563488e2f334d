package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.Issue;
import java.util.List;
import java.util.Set;

/** The rules for {@code autoLeave.botNames}. */
final class BotNameCheck {
  private static final int MAX_NAMES = 50;
  private static final int MAX_LENGTH = 64;

  private BotNameCheck() {}

  /** Adds what is wrong with the names. */
  static void check(Set<String> names, List<Issue> issues) {
    if (names.size() > MAX_NAMES) {
      add(issues, "too_long", "autoLeave.botNames may have at most 50 entries");
    }
    if (names.stream().anyMatch(name -> name.isEmpty() || name.length() > MAX_LENGTH)) {
      add(issues, "invalid_length", "each of autoLeave.botNames must have 1 to 64 characters");
    } else if (names.stream().anyMatch(BotNameCheck::hasNoWord)) {
      add(issues, "invalid_text", "each of autoLeave.botNames must hold a letter or a digit");
    }
  }

  private static boolean hasNoWord(String name) {
    return name.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static void add(List<Issue> issues, String code, String message) {
    issues.add(new Issue(List.of("autoLeave", "botNames"), code, message));
  }
}
