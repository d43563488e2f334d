package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ErrorsVectorTest {
  @TestFactory
  Stream<DynamicTest> whatAnErrorBecomes() throws IOException {
    return Vectors.tests(
        "errors.json",
        Set.of("name", "status", "headers", "body", "failure", "error", "code"),
        vector -> {
          if (vector.containsKey("failure")) {
            checkFailure(vector);
          } else {
            checkAnswer(vector);
          }
        });
  }

  private static void checkAnswer(Map<String, Object> vector) {
    try (FakeApi api = new FakeApi()) {
      Map<String, String> headers = new HashMap<>();
      Vectors.map(vector.get("headers"))
          .forEach((name, value) -> headers.put(name, (String) value));
      String body = Vectors.text(vector.get("body"));
      int status = Vectors.number(vector.get("status"));
      api.then(status, headers, body);
      Throwable failure = failure(api.url(), Duration.ofSeconds(30));
      assertThat(failure).isExactlyInstanceOf(Kinds.of(vector.get("error")));
      assertThat(failure.toString()).doesNotContain("mb_test_1");
      if (failure instanceof MeetbotApiException error) {
        assertThat(error.status()).isEqualTo(status);
        assertThat(error.code()).isEqualTo(Optional.ofNullable((String) vector.get("code")));
        assertThat(error.body()).isEqualTo(body);
        assertThat(error.getMessage()).startsWith(Integer.toString(status));
        checkDetails(vector, error);
      }
    }
  }

  private static void checkDetails(Map<String, Object> vector, MeetbotApiException error) {
    Map<String, Object> body =
        vector.get("body") instanceof Map<?, ?> map ? Vectors.map(map) : Map.of();
    assertThat(error.requestId()).isEqualTo(Optional.ofNullable((String) body.get("requestId")));
    assertThat(Said.differences(body.getOrDefault("issues", List.of()), Said.by(error.issues())))
        .isEmpty();
    Object asked = Vectors.map(vector.get("headers")).get("Retry-After");
    assertThat(error.retryAfter().map(wait -> Long.toString(wait.toSeconds())))
        .isEqualTo(Optional.ofNullable(asked));
  }

  private static void checkFailure(Map<String, Object> vector) {
    try (BrokenServer server = new BrokenServer((String) vector.get("failure"))) {
      Throwable failure = failure(server.url(), Duration.ofMillis(700));
      assertThat(failure).isExactlyInstanceOf(Kinds.of(vector.get("error")));
    }
  }

  private static Throwable failure(String url, Duration timeout) {
    try (AsyncMeetBot bots =
        AsyncMeetBot.builder()
            .apiKey("mb_test_1")
            .baseUrl(url)
            .maxRetries(0)
            .timeout(timeout)
            .buildAsync()) {
      return Kinds.failure(bots.pauseRecording(VectorCall.ID));
    }
  }
}
