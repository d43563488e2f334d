package dev.meetbot.engine.internal.intake;

import dev.meetbot.engine.Issue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules for {@code join}. Says nothing of what a passcode is. */
final class JoinCheck {
  private static final int MAX_PASSCODE = 128;

  private JoinCheck() {}

  /** Adds what is wrong with the passcode. */
  static void check(@Nullable String passcode, List<Issue> issues) {
    if (passcode == null) {
      return;
    }
    if (passcode.isBlank() || passcode.length() > MAX_PASSCODE) {
      add(issues, "invalid_length", "join.passcode must have 1 to 128 characters");
    } else if (passcode.codePoints().anyMatch(Character::isISOControl)) {
      add(issues, "invalid_text", "join.passcode must not hold control characters");
    }
  }

  private static void add(List<Issue> issues, String code, String message) {
    issues.add(new Issue(List.of("join", "passcode"), code, message));
  }
}
