package dev.meetbot.jaxrs.error;

import dev.meetbot.engine.Issue;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error answer before it has its request id; {@link ProblemFilter} writes it out.
 *
 * @param code for machines, for example {@code not_found}
 * @param message for people; must not tell anything of the server's inside
 * @param issues what is wrong with the request, piece by piece; empty when there are no pieces
 * @param jobStatus of the job whose status forbids it; null when that is not the reason
 * @param cause logged with the request id, never sent; null when there is nothing to log
 */
public record Problem(
    int status,
    String code,
    String message,
    List<Issue> issues,
    @Nullable String jobStatus,
    @Nullable Throwable cause) {
  private static final Map<Integer, String> CODES =
      Map.ofEntries(
          Map.entry(400, "invalid_input"),
          Map.entry(401, "unauthorized"),
          Map.entry(403, "forbidden"),
          Map.entry(404, "not_found"),
          Map.entry(405, "method_not_allowed"),
          Map.entry(406, "not_acceptable"),
          Map.entry(409, "invalid_state"),
          Map.entry(413, "payload_too_large"),
          Map.entry(415, "unsupported_media_type"),
          Map.entry(422, "invalid_input"),
          Map.entry(429, "rate_limited"),
          Map.entry(500, "internal_error"));

  public Problem {
    issues = List.copyOf(issues);
  }

  public static Problem of(int status, String code, String message) {
    return new Problem(status, code, message, List.of(), null, null);
  }

  /** A request with faults that can be named one by one. */
  public static Problem invalid(List<Issue> issues) {
    String message =
        issues.size() == 1
            ? issues.get(0).message()
            : "the request has " + issues.size() + " faults";
    return new Problem(400, "invalid_input", message, issues, null, null);
  }

  /** A job in that status does not allow it. */
  public static Problem ofJob(String message, String jobStatus) {
    return new Problem(409, "invalid_state", message, List.of(), jobStatus, null);
  }

  /** The tenant has no such thing, whoever else may have it. */
  public static Problem notFound(String message) {
    return of(404, "not_found", message);
  }

  /** Our fault; the client is told no more than that. */
  public static Problem internal(Throwable cause) {
    return new Problem(
        500, "internal_error", "something went wrong on the server", List.of(), null, cause);
  }

  /** What an HTTP status alone says. */
  static Problem ofStatus(int status, String reason) {
    String fallback = status < 500 ? "invalid_request" : "internal_error";
    return of(status, CODES.getOrDefault(status, fallback), reason);
  }

  public Response.ResponseBuilder response() {
    return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(this);
  }

  /** To be thrown out of a resource. */
  public WebApplicationException exception() {
    return new WebApplicationException(message, response().build());
  }
}
