package dev.meetbot.sdk;

import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a poll brought.
 *
 * @param apiKey null while there is none
 * @param kind what it means for the next poll
 * @param atLeast how long the server asked to wait; zero when it did not
 */
record LoginAnswer(@Nullable String apiKey, Kind kind, Duration atLeast) {
  /** What to make of it. */
  enum Kind {
    COMPLETE,
    PENDING,
    TOO_EARLY,
    EXPIRED,
    NO_ANSWER
  }

  private static final int GONE = 410;
  private static final int TOO_MANY = 429;

  /** Nobody answered, or a server that is in trouble. */
  static final LoginAnswer NONE = new LoginAnswer(null, Kind.NO_ANSWER, Duration.ZERO);

  /** Throws what ends the login: a no, and whatever else is refused. */
  static LoginAnswer of(HttpResponse<Payload> answer, Answers answers) {
    int status = answer.statusCode();
    if (status == GONE) {
      return new LoginAnswer(null, Kind.EXPIRED, Duration.ZERO);
    }
    try {
      String text = answers.success(answer).text();
      return status == 200
          ? new LoginAnswer(
              EventFields.of(text, "a login").text("apiKey"), Kind.COMPLETE, Duration.ZERO)
          : new LoginAnswer(null, Kind.PENDING, Duration.ZERO);
    } catch (MeetbotApiException e) {
      if (status == TOO_MANY) {
        return new LoginAnswer(null, Kind.TOO_EARLY, e.retryAfter().orElse(Duration.ZERO));
      }
      if (status >= 500) {
        return NONE;
      }
      throw e;
    }
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "LoginAnswer[" + kind + "]";
  }
}
