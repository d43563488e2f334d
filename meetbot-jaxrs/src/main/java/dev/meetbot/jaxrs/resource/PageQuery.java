package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.InvalidJobException;
import dev.meetbot.engine.Issue;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The part of a query that turns pages.
 *
 * @param after what the cursor says; null from the first
 */
record PageQuery<T>(int limit, @Nullable T after) {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  /**
   * Reads {@code limit} and {@code cursor}.
   *
   * @throws InvalidJobException with what is wrong with them
   */
  static <T> PageQuery<T> read(
      MultivaluedMap<String, String> parameters, Function<String, Optional<T>> cursors) {
    List<Issue> issues = new ArrayList<>();
    int limit = DEFAULT_LIMIT;
    String text = parameters.getFirst("limit");
    if (text != null) {
      if (parameters.get("limit").size() == 1
          && text.matches("[0-9]{1,3}")
          && Integer.parseInt(text) >= 1) {
        limit = Integer.parseInt(text);
      }
      if (!String.valueOf(limit).equals(text) || limit > MAX_LIMIT) {
        String message = "limit must be a number from 1 to " + MAX_LIMIT;
        issues.add(new Issue(List.of("limit"), "invalid_value", message));
      }
    }
    T after = null;
    String cursor = parameters.getFirst("cursor");
    if (cursor != null) {
      after = parameters.get("cursor").size() == 1 ? cursors.apply(cursor).orElse(null) : null;
      if (after == null) {
        String message = "cursor must be one that came with a page";
        issues.add(new Issue(List.of("cursor"), "invalid_value", message));
      }
    }
    if (!issues.isEmpty()) {
      throw new InvalidJobException(issues);
    }
    return new PageQuery<>(limit, after);
  }
}
