package dev.meetbot.sdk;

import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An answer of 400 and above, read as far as it can be: proxies answer in their own shapes. */
record ErrorAnswer(int status, String body, @Nullable Duration retryAfter) implements Serializable {
  private static final int LONGEST = 200;

  /** The error of that kind, to be thrown. */
  MeetbotApiException exception() {
    return switch (status) {
      case 400, 422 -> new MeetbotValidationException(this);
      case 401 -> new MeetbotUnauthorizedException(this);
      case 402, 429 -> new MeetbotRateLimitException(this);
      case 403 -> new MeetbotForbiddenException(this);
      case 404 -> new MeetbotNotFoundException(this);
      case 409 -> new MeetbotConflictException(this);
      default -> status >= 500 ? new MeetbotServerException(this) : new MeetbotApiException(this);
    };
  }

  Optional<String> text(String field) {
    return fields().get(field) instanceof String text ? Optional.of(text) : Optional.empty();
  }

  String message() {
    String said = text("message").orElse("no message");
    String cut = said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
    return status
        + text("error").map(code -> " " + code).orElse("")
        + ": "
        + cut
        + text("requestId").map(id -> " (request " + id + ")").orElse("");
  }

  List<Issue> issues() {
    List<Issue> issues = new ArrayList<>();
    if (fields().get("issues") instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> issue) {
          issues.add(issue(issue));
        }
      }
    }
    return List.copyOf(issues);
  }

  private static Issue issue(Map<?, ?> issue) {
    List<String> path =
        issue.get("path") instanceof List<?> names
            ? names.stream().map(String::valueOf).toList()
            : List.of();
    return new Issue(path, String.valueOf(issue.get("code")), String.valueOf(issue.get("message")));
  }

  private Map<String, Object> fields() {
    return Json.findObject(body).orElse(Map.of());
  }
}
