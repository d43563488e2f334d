package dev.meetbot.jaxrs.dto;

import dev.meetbot.engine.Issue;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error on the wire.
 *
 * @param issues left out when there are none
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"error", "message", "issues", "requestId"})
public record ErrorDto(
    String error, String message, @Nullable List<IssueDto> issues, String requestId) {

  public static ErrorDto of(String code, String message, List<Issue> issues, String requestId) {
    List<IssueDto> pieces = issues.stream().map(IssueDto::of).toList();
    return new ErrorDto(code, message, pieces.isEmpty() ? null : pieces, requestId);
  }

  /** One thing that is wrong with a request. */
  @JsonbPropertyOrder({"path", "code", "message"})
  public record IssueDto(List<String> path, String code, String message) {
    static IssueDto of(Issue issue) {
      return new IssueDto(issue.path(), issue.code(), issue.message());
    }
  }
}
