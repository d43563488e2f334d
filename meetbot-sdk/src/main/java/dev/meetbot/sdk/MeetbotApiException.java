package dev.meetbot.sdk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server refused the request or failed; the kinds of this say how. */
public class MeetbotApiException extends MeetbotException {
  private static final long serialVersionUID = 1L;

  private final ErrorAnswer answer;

  MeetbotApiException(ErrorAnswer answer) {
    super(answer.message(), null);
    this.answer = answer;
  }

  /** The status of HTTP, 400 to 599. */
  public int status() {
    return answer.status();
  }

  /** The error's name for machines, such as {@code invalid_state}; empty when there was none. */
  public Optional<String> code() {
    return answer.text("error");
  }

  /** The body as it came. */
  public String body() {
    return answer.body();
  }

  /** What is wrong, piece by piece; empty when the server did not say. */
  public List<Issue> issues() {
    return answer.issues();
  }

  /** By what the server's log has the request. */
  public Optional<String> requestId() {
    return answer.text("requestId");
  }

  /** How long the server asked to wait before the next try, from when it answered. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(answer.retryAfter());
  }
}
