package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class AnswersVectorTest {
  @TestFactory
  Stream<DynamicTest> whatAnAnswerBecomes() throws IOException {
    return Vectors.tests(
        "answers.json",
        Set.of("name", "method", "status", "headers", "body", "expect"),
        this::check);
  }

  private void check(Map<String, Object> vector) {
    try (FakeApi api = new FakeApi();
        AsyncMeetBot bots =
            AsyncMeetBot.builder()
                .apiKey("mb_test_1")
                .baseUrl(api.url())
                .maxRetries(0)
                .buildAsync()) {
      Map<String, String> headers = new HashMap<>();
      Vectors.map(vector.get("headers"))
          .forEach((name, value) -> headers.put(name, (String) value));
      api.then(Vectors.number(vector.get("status")), headers, Vectors.text(vector.get("body")));
      Object answer = new VectorCall(bots).make((String) vector.get("method"), Map.of()).join();
      assertThat(Said.differences(vector.get("expect"), Said.by(answer))).isEmpty();
    }
  }
}
