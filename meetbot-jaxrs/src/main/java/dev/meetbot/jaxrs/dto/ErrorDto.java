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
 * @param status of the job, when that is what forbids it; else left out
 */
@JsonbNillable(false)
@JsonbPropertyOrder({"error", "message", "issues", "status", "requestId"})
public record ErrorDto(
    String error,
    String message,
    @Nullable List<IssueDto> issues,
    @Nullable String status,
    String requestId) {

  public static ErrorDto of(
      String code, String message, List<Issue> issues, @Nullable String status, String requestId) {
    List<IssueDto> pieces = issues.stream().map(IssueDto::of).toList();
    return new ErrorDto(code, message, pieces.isEmpty() ? null : pieces, status, requestId);
  }

  /** One thing that is wrong with a request. */
  @JsonbPropertyOrder({"path", "code", "message"})
  public record IssueDto(List<String> path, String code, String message) {
    static IssueDto of(Issue issue) {
      return new IssueDto(issue.path(), issue.code(), issue.message());
    }
  }
}
