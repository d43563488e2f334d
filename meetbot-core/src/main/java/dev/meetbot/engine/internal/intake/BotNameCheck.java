package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.Issue;
import java.util.List;
import java.util.Set;

/**
 * The rules for {@code autoLeave.botNames}. A name without a word is allowed and matches nobody.
 */
final class BotNameCheck {
  private static final int MAX_NAMES = 50;
  private static final int MAX_LENGTH = 64;

  private BotNameCheck() {}

  /** Adds what is wrong with the names. */
  static void check(Set<String> names, List<Issue> issues) {
    if (names.size() > MAX_NAMES) {
      add(issues, "too_long", "autoLeave.botNames may have at most 50 entries");
    }
    if (names.stream().map(BotNameCheck::length).anyMatch(n -> n < 1 || n > MAX_LENGTH)) {
      add(issues, "invalid_length", "each of autoLeave.botNames must have 1 to 64 characters");
    }
  }

  private static int length(String name) {
    return name.codePointCount(0, name.length());
  }

  private static void add(List<Issue> issues, String code, String message) {
    issues.add(new Issue(List.of("autoLeave", "botNames"), code, message));
  }
}
