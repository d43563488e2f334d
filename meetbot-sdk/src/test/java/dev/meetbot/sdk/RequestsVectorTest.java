package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RequestsVectorTest {
  @TestFactory
  Stream<DynamicTest> whatACallSends() throws IOException {
    return Vectors.tests(
        "requests.json", Set.of("name", "method", "arguments", "request"), this::check);
  }

  private void check(Map<String, Object> vector) {
    Map<String, Object> expected = Vectors.map(vector.get("request"));
    try (FakeApi api = new FakeApi();
        AsyncMeetBot bots =
            AsyncMeetBot.builder()
                .apiKey("mb_test_1")
                .baseUrl(api.url())
                .maxRetries(0)
                .buildAsync()) {
      CompletableFuture<?> sent =
          new VectorCall(bots)
              .make((String) vector.get("method"), Vectors.map(vector.get("arguments")));
      sent.handle((done, failure) -> null).join();
      FakeApi.Seen seen = api.only();
      assertThat(seen.method()).isEqualTo(expected.get("method"));
      assertThat(seen.path()).isEqualTo(expected.get("path"));
      assertThat(decoded(seen.query())).isEqualTo(expected.get("query"));
      assertThat(seen.header("Authorization")).isEqualTo("Bearer mb_test_1");
      assertThat(seen.header("Accept"))
          .isEqualTo(seen.path().contains("/artifacts/") ? "*/*" : "application/json");
      assertThat(seen.header("Idempotency-Key") != null).isEqualTo(seen.method().equals("POST"));
      Vectors.map(expected.getOrDefault("headers", Map.of()))
          .forEach((name, value) -> assertThat(seen.header(name)).isEqualTo(value));
      checkBody(expected.get("body"), seen);
    }
  }

  private static void checkBody(Object expected, FakeApi.Seen seen) {
    if (expected == null) {
      assertThat(seen.body()).isEmpty();
      assertThat(seen.header("Content-Type")).isNull();
    } else {
      assertThat(seen.header("Content-Type")).isEqualTo("application/json");
      assertThat(Vectors.json(seen.body())).isEqualTo(expected);
    }
  }

  private static Map<String, String> decoded(String query) {
    Map<String, String> decoded = new TreeMap<>();
    if (query != null) {
      for (String pair : query.split("&")) {
        String[] parts = pair.split("=", 2);
        decoded.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
    }
    return decoded;
  }
}
