package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The query of {@code GET /api/v1/credit}.
 *
 * @param after id of the last entry that was seen; null from the newest
 */
record CreditPage(@Nullable String after, int limit) {
  private static final String PREFIX = "l1:";

  /**
   * The page that is asked for; unknown parameters are ignored.
   *
   * @throws InvalidJobException with everything that is wrong with it
   */
  static CreditPage read(MultivaluedMap<String, String> parameters) {
    List<Issue> issues = new ArrayList<>();
    int limit = limit(given(parameters, "limit"), issues);
    String after = after(given(parameters, "cursor"), issues);
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return new CreditPage(after, limit);
  }

  /** For clients to hand back unread. */
  static String cursor(String lastId) {
    byte[] text = (PREFIX + lastId).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  private static @Nullable String given(MultivaluedMap<String, String> parameters, String name) {
    // what is given twice is no number and no cursor
    List<String> texts = parameters.getOrDefault(name, List.of());
    return texts.isEmpty() ? null : String.join(",", texts);
  }

  private static int limit(@Nullable String text, List<Issue> issues) {
    if (text == null) {
      return JobFilter.DEFAULT_LIMIT;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= JobFilter.MAX_LIMIT) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // told below, together with numbers out of range
    }
    issues.add(issue("limit", "a number from 1 to " + JobFilter.MAX_LIMIT));
    return JobFilter.DEFAULT_LIMIT;
  }

  private static @Nullable String after(@Nullable String cursor, List<Issue> issues) {
    if (cursor == null) {
      return null;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(PREFIX) && text.length() > PREFIX.length()) {
        return text.substring(PREFIX.length());
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    issues.add(issue("cursor", "a cursor that came with a page"));
    return null;
  }

  private static Issue issue(String name, String expected) {
    return new Issue(List.of(name), "invalid_value", name + " must be " + expected);
  }
}
