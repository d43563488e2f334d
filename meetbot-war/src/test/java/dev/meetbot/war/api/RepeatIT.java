package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that are sent again: by many at once, and after the server was killed. */
class RepeatIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String JOBS = "api/v1/jobs";
  private static final int MANY = 200;
  private static final String[] SETTINGS = {
    "meetbot.artifacts.min-free-bytes=0",
    "meetbot.max-bots=0",
    "meetbot.room.hosts=rooms.test",
    "meetbot.rate-limit.requests-per-minute=2000"
  };

  @TempDir Path dir;

  private static HttpResponse<byte[]> post(Client api, String key, String body) throws Exception {
    return api.send(
        "POST",
        JOBS,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json",
        "Idempotency-Key",
        key);
  }

  /** Its meeting is on a host that both servers know, whatever port they got. */
  private static String body(String externalId) {
    return "{\"externalId\":\""
        + externalId
        + "\",\"meetingUrl\":\"https://rooms.test/room/x\",\"joinAt\":\""
        + java.time.Instant.now().plusSeconds(86_400)
        + "\"}";
  }

  private interface Request {
    HttpResponse<byte[]> send() throws Exception;
  }

  private static List<HttpResponse<byte[]>> atOnce(Request request) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(MANY);
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<HttpResponse<byte[]>>> futures = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        futures.add(
            pool.submit(
                () -> {
                  go.await();
                  return request.send();
                }));
      }
      go.countDown();
      List<HttpResponse<byte[]>> answers = new ArrayList<>();
      for (Future<HttpResponse<byte[]>> future : futures) {
        answers.add(future.get());
      }
      return answers;
    } finally {
      pool.shutdownNow();
    }
  }

  private static boolean replayed(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Idempotency-Replayed").isPresent();
  }

  private static void assertError(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(json(answer).getString("error")).isEqualTo(code);
  }

  @Test
  void twoHundredEqualRequestsAreOneJobAndTheAnswerOutlivesAKill() throws Exception {
    Path data = dir.resolve("data");
    String key;
    String body = body("one-key");
    byte[] first;
    try (ServerProcess server = ServerProcess.start(WAR, data, SETTINGS)) {
      key = server.printed("First API key (shown only now):").orElseThrow();
      Client api = new Client(server.base(), key);
      oneExternalId(api);
      first = oneIdempotencyKey(api, body);
      others(api);
      server.kill();
    }
    try (ServerProcess server = ServerProcess.start(WAR, data, SETTINGS)) {
      HttpResponse<byte[]> again = post(new Client(server.base(), key), "key-1", body);
      assertThat(again.statusCode()).isEqualTo(201);
      assertThat(replayed(again)).isTrue();
      assertThat(again.body()).isEqualTo(first);
    }
  }

  private static void oneExternalId(Client api) throws Exception {
    String body = body("one-id");
    List<HttpResponse<byte[]>> answers = atOnce(() -> api.post(JOBS, body));
    assertThat(answers).allSatisfy(a -> assertThat(a.statusCode()).isIn(200, 201));
    assertThat(answers).filteredOn(a -> a.statusCode() == 201).hasSize(1);
    assertThat(answers.stream().map(a -> new String(a.body())).distinct()).hasSize(1);
    assertThat(json(api.get(JOBS + "?externalId=one-id")).getJsonArray("jobs")).hasSize(1);
  }

  private static byte[] oneIdempotencyKey(Client api, String body) throws Exception {
    List<HttpResponse<byte[]>> answers = atOnce(() -> post(api, "key-1", body));
    assertThat(answers)
        .allSatisfy(a -> assertThat(a.statusCode()).as(new String(a.body())).isEqualTo(201));
    assertThat(answers).filteredOn(a -> !replayed(a)).hasSize(1);
    assertThat(answers.stream().map(a -> new String(a.body())).distinct()).hasSize(1);
    assertThat(answers.stream().map(a -> a.headers().firstValue("Location")).distinct()).hasSize(1);
    assertThat(json(api.get(JOBS + "?externalId=one-key")).getJsonArray("jobs")).hasSize(1);
    return answers.get(0).body();
  }

  private static void others(Client api) throws Exception {
    assertError(post(api, "key-1", body("another")), 422, "idempotency_mismatch");
    assertError(post(api, "x".repeat(256), body("another")), 400, "invalid_input");
    assertError(post(api, "key-2", "{"), 400, "invalid_json");
    HttpResponse<byte[]> again = post(api, "key-2", "{");
    assertError(again, 400, "invalid_json");
    assertThat(replayed(again)).isTrue();
    HttpResponse<byte[]> large = post(api, "key-3", " ".repeat((1 << 20) + 1));
    assertError(large, 413, "payload_too_large");
  }
}
