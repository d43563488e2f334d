package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP API of the real WAR, run by its launcher in a process of its own. */
class ApiIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String KEY_LINE = "First API key (shown only now):";
  private static final String JOBS = "api/v1/jobs";

  @TempDir static Path dir;

  private static ServerProcess server;
  private static Client api;
  private static Client anybody;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.start(WAR, dir.resolve("data"), "meetbot.artifacts.min-free-bytes=0");
    api = new Client(server.base(), server.printed(KEY_LINE).orElseThrow());
    anybody = new Client(server.base(), null);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static void assertError(HttpResponse<byte[]> answer, int status, String code) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(status);
    JsonObject error = json(answer);
    assertThat(error.getString("error")).isEqualTo(code);
    assertThat(error.getString("message")).isNotBlank();
    assertThat(answer.headers().firstValue("X-Request-Id")).contains(error.getString("requestId"));
    assertThat(answer.headers().firstValue("Content-Type")).get().asString().contains("json");
  }

  private static String create(String externalId) throws Exception {
    HttpResponse<byte[]> answer = api.post(JOBS, api.laterJob(externalId));
    assertThat(answer.statusCode()).isEqualTo(201);
    return json(answer).getString("id");
  }

  @Test
  void theFirstStartPrintsKeyAndSecretOnce() throws Exception {
    assertThat(server.output()).filteredOn(line -> line.contains("mb_live_")).hasSize(1);
    assertThat(server.printed("Webhook signing secret (shown only now):"))
        .get()
        .asString()
        .startsWith("whsec_");
    Path masterKey = dir.resolve("data").resolve("master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(masterKey)))
        .isEqualTo("rw-------");
  }

  @Test
  void theProbesAreOpenToEverybody() throws Exception {
    HttpResponse<byte[]> alive = anybody.get("healthz");
    assertThat(alive.statusCode()).isEqualTo(200);
    assertThat(alive.body()).asString().isEqualTo("{\"status\":\"ok\"}");
    HttpResponse<byte[]> ready = anybody.get("readyz");
    assertThat(ready.statusCode()).isIn(200, 503);
    assertThat(json(ready).keySet())
        .containsExactlyInAnyOrder("status", "database", "storage", "browser", "ffmpeg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET    | api/v1/nothing                                    | 404 | not_found",
        "GET    | nothing                                           | 404 | not_found",
        "GET    | api/v1/jobs/not-an-id                             | 404 | not_found",
        "GET    | api/v1/jobs/019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234  | 404 | not_found",
        "DELETE | api/v1/jobs/019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234  | 404 | not_found",
        "GET    | api/v1/jobs/019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234/manifest | 404 | not_found",
        "PUT    | api/v1/jobs                                       | 405 | method_not_allowed",
        "DELETE | api/v1/jobs                                       | 405 | method_not_allowed",
        "GET    | api/v1/jobs?limit=0                               | 400 | invalid_input",
        "GET    | api/v1/jobs?limit=201                             | 400 | invalid_input",
        "GET    | api/v1/jobs?status=asleep                         | 400 | invalid_input",
        "GET    | api/v1/jobs?cursor=zzz                            | 400 | invalid_input",
        "GET    | api/v1/jobs?createdAfter=yesterday                | 400 | invalid_input"
      })
  void whatIsNotThereOrMakesNoSense(String method, String path, int status, String code)
      throws Exception {
    assertError(api.send(method, path, BodyPublishers.noBody()), status, code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                      | invalid_json",
        "{                                                       | invalid_json",
        "[]                                                      | invalid_input",
        "{}                                                      | invalid_input",
        "{\"externalId\":7,\"meetingUrl\":\"https://x.test/\"}   | invalid_input",
        "{\"externalId\":\"a\",\"meetingUrl\":\"not a url\"}     | invalid_input",
        "{\"externalId\":\"a\",\"meetingUrl\":\"https://unknown.test/abc\"} | invalid_input",
        "{\"externalId\":\"a\",\"meetingUrl\":\"http://unknown.test/room/a\"} | invalid_input",
        "{\"externalId\":\"a\",\"webhooks\":{\"version\":3}}     | invalid_input"
      })
  void whatCannotBeAJob(String body, String code) throws Exception {
    HttpResponse<byte[]> answer = api.post(JOBS, body);
    assertError(answer, 400, code);
    if (code.equals("invalid_input")) {
      assertThat(json(answer).getJsonArray("issues")).isNotEmpty();
    }
  }

  @Test
  void otherMediaTypesAreRefused() throws Exception {
    HttpResponse<byte[]> xml =
        api.send("POST", JOBS, BodyPublishers.ofString("<job/>"), "Content-Type", "text/xml");
    assertError(xml, 415, "unsupported_media_type");
    assertError(api.get(JOBS, "Accept", "text/csv"), 406, "not_acceptable");
  }

  @Test
  void withoutAValidKeyNothingOpens() throws Exception {
    assertError(anybody.get(JOBS), 401, "unauthorized");
    Client other = new Client(server.base(), "mb_live_00000000000000000000000000000000");
    HttpResponse<byte[]> answer = other.get(JOBS);
    assertError(answer, 401, "unauthorized");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).get().asString().contains("Bearer");
    assertThat(server.output()).noneMatch(line -> line.contains("mb_live_0000"));
  }

  @Test
  void theClientsOwnRequestIdComesBack() throws Exception {
    HttpResponse<byte[]> answer = anybody.get("healthz", "X-Request-Id", "my-trace-7");
    assertThat(answer.headers().firstValue("X-Request-Id")).contains("my-trace-7");
  }

  @Test
  void aBodyOverOneMebibyteIsRefusedAlsoInChunks() throws Exception {
    byte[] large = new byte[(1 << 20) + 1];
    java.util.Arrays.fill(large, (byte) ' ');
    HttpResponse<byte[]> declared =
        api.send(
            "POST", JOBS, BodyPublishers.ofByteArray(large), "Content-Type", "application/json");
    assertError(declared, 413, "payload_too_large");
    assertError(api.postChunked(JOBS, large), 413, "payload_too_large");
    assertThat(anybody.get("healthz").statusCode()).isEqualTo(200);
  }

  @Test
  void thirtyTwoEqualRequestsAtOnceAreOneJob() throws Exception {
    int threads = 32;
    CountDownLatch go = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      String body = api.laterJob("race");
      List<Future<HttpResponse<byte[]>>> answers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        answers.add(
            pool.submit(
                () -> {
                  go.await();
                  return api.post(JOBS, body);
                }));
      }
      go.countDown();
      Set<String> ids = new HashSet<>();
      int created = 0;
      for (Future<HttpResponse<byte[]>> future : answers) {
        HttpResponse<byte[]> answer = future.get();
        assertThat(answer.statusCode()).isIn(200, 201);
        created += answer.statusCode() == 201 ? 1 : 0;
        ids.add(json(answer).getString("id"));
      }
      assertThat(ids).hasSize(1);
      assertThat(created).isEqualTo(1);
      assertThat(json(api.get(JOBS + "?externalId=race")).getJsonArray("jobs")).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void pagesGoFromNewToOldAndMissNone() throws Exception {
    List<String> created = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      created.add(0, create("page-" + i));
    }
    List<String> seen = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject page = json(api.get(JOBS + "?limit=2" + cursor));
      page.getJsonArray("jobs").forEach(job -> seen.add(job.asJsonObject().getString("id")));
      cursor = page.isNull("nextCursor") ? "" : "&cursor=" + page.getString("nextCursor");
    } while (!cursor.isEmpty());
    assertThat(seen).doesNotHaveDuplicates().containsSubsequence(created);
  }

  @Test
  void aJobIsCancelledAndSayingItAgainChangesNothing() throws Exception {
    String id = create("cancel-me");
    HttpResponse<byte[]> gone = api.delete(JOBS + "/" + id);
    assertThat(gone.statusCode()).isEqualTo(204);
    assertThat(gone.body()).isEmpty();
    JsonObject cancelled = json(api.get(JOBS + "/" + id));
    assertThat(cancelled.getString("status")).isEqualTo("cancelled");
    assertThat(api.delete(JOBS + "/" + id).statusCode()).isEqualTo(204);
    assertThat(json(api.get(JOBS + "/" + id))).isEqualTo(cancelled);
  }
}
