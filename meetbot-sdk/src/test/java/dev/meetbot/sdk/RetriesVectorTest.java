package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RetriesVectorTest {
  private static final String TAKEN_ON =
      "{\"jobId\":\"1\",\"verb\":\"pause-recording\",\"requestId\":\"r\","
          + "\"accepted\":true,\"status\":\"recording\"}";

  @TestFactory
  Stream<DynamicTest> whenAnAttemptIsMadeAgain() throws IOException {
    return Vectors.tests(
        "retries.json",
        Set.of("name", "maxRetries", "random", "now", "answers", "delays", "outcome"),
        this::check);
  }

  private void check(Map<String, Object> vector) {
    FakeSurroundings surroundings = new FakeSurroundings().draw(Vectors.list(vector.get("random")));
    if (vector.get("now") instanceof BigDecimal now) {
      surroundings.at(Instant.ofEpochSecond(now.longValueExact()));
    }
    List<Object> answers = Vectors.list(vector.get("answers"));
    boolean waits = answers.contains(Map.of("failure", "timeout"));
    try (FakeApi api = new FakeApi();
        AsyncMeetBot bots =
            AsyncMeetBot.builder()
                .apiKey("mb_test_1")
                .baseUrl(api.url())
                .maxRetries(Vectors.number(vector.get("maxRetries")))
                .timeout(waits ? Duration.ofMillis(700) : Duration.ofSeconds(30))
                .surroundings(surroundings.all())
                .buildAsync()) {
      answers.forEach(answer -> add(api, Vectors.map(answer)));
      Throwable failure = Kinds.failure(bots.pauseRecording(VectorCall.ID));
      if (vector.get("outcome").equals("ok")) {
        assertThat(failure).isNull();
      } else {
        assertThat(failure).isExactlyInstanceOf(Kinds.of(vector.get("outcome")));
      }
      assertThat(surroundings.waits().stream().map(wait -> wait.toNanos() / 1e9).toList())
          .isEqualTo(
              Vectors.list(vector.get("delays")).stream()
                  .map(delay -> ((BigDecimal) delay).doubleValue())
                  .toList());
      assertThat(api.isUsedUp()).isTrue();
      assertThat(api.seen()).hasSize(answers.size());
      assertThat(api.seen()).allMatch(seen -> "key-1".equals(seen.header("Idempotency-Key")));
    }
  }

  private static void add(FakeApi api, Map<String, Object> answer) {
    if ("connection".equals(answer.get("failure"))) {
      api.thenCloses();
    } else if ("timeout".equals(answer.get("failure"))) {
      api.thenKeepsSilent();
    } else {
      Map<String, String> headers = new HashMap<>();
      Vectors.map(answer.get("headers"))
          .forEach((name, value) -> headers.put(name, (String) value));
      int status = Vectors.number(answer.get("status"));
      api.then(status, headers, status == 200 ? TAKEN_ON : "{\"error\":\"e\"}");
    }
  }
}
