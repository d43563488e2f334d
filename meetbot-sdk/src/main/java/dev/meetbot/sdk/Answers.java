package dev.meetbot.sdk;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** What comes back: models out of successes, exceptions out of everything else. */
record Answers(InstantSource clock) {
  <T> Function<HttpResponse<Payload>, T> model(Class<T> type) {
    return answer -> Json.read(success(answer).text(), type);
  }

  /** 404 is an answer, too. */
  <T> Function<HttpResponse<Payload>, Optional<T>> found(Class<T> type) {
    return answer ->
        answer.statusCode() == 404
            ? Optional.empty()
            : Optional.of(Json.read(success(answer).text(), type));
  }

  /** Nothing to tell but that it went well. */
  Void nothing(HttpResponse<Payload> answer) {
    success(answer);
    return null;
  }

  /** The body of a success; anything else is thrown. */
  Payload success(HttpResponse<Payload> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return answer.body();
    }
    if (status < 400) {
      throw new MeetbotResponseException("status " + status + " is none of the API's", null);
    }
    Duration wait =
        answer
            .headers()
            .firstValue("Retry-After")
            .flatMap(header -> RetryAfter.read(header, clock.instant()))
            .orElse(null);
    throw new ErrorAnswer(status, answer.body().text(), wait).exception();
  }
}
