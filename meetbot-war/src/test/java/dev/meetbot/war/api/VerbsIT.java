package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Verbs over HTTP, on jobs that are not in a call; what they do in one is the lab's to show. */
class VerbsIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String JOBS = "api/v1/jobs";

  @TempDir static Path dir;

  private static ServerProcess server;
  private static Client api;

  @BeforeAll
  static void start() throws Exception {
    server = ServerProcess.start(WAR, dir.resolve("data"), "meetbot.artifacts.min-free-bytes=0");
    api =
        new Client(server.base(), server.printed("First API key (shown only now):").orElseThrow());
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pause-recording",
        "resume-recording",
        "stop-recording",
        "send-chat-message",
        "request-recording-permission"
      })
  void beforeTheCallNothingButLeavingIsPossible(String verb) throws Exception {
    String id = create("early-" + verb);
    HttpResponse<byte[]> answer = api.post(path(id, verb), "{\"message\":\"hello\"}");
    error(answer, 409, "invalid_state");
    assertThat(json(answer).getString("message")).contains("queued");
    error(
        api.post(path("01994a00-0000-7000-8000-000000000000", verb), "{\"message\":\"x\"}"),
        404,
        "not_found");
  }

  @Test
  void leavingBeforeTheCallEndsTheJobOnce() throws Exception {
    String id = create("leave");
    HttpResponse<byte[]> left = api.post(path(id, "leave-call"), "");
    assertThat(left.statusCode()).isEqualTo(202);
    JsonObject receipt = json(left);
    assertThat(receipt.getString("jobId")).isEqualTo(id);
    assertThat(receipt.getString("verb")).isEqualTo("leave-call");
    assertThat(receipt.getString("requestId")).startsWith("req_");
    assertThat(receipt.getBoolean("accepted")).isTrue();
    assertThat(receipt.getString("status")).isEqualTo("cancelled");
    error(api.post(path(id, "leave-call"), "{}"), 409, "invalid_state");
    assertThat(json(api.get(JOBS + "/" + id)).getString("status")).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pause-recording|[]|invalid_input",
        "pause-recording|nonsense|invalid_json",
        "leave-call|[1]|invalid_input",
        "send-chat-message|{}|invalid_input",
        "send-chat-message|{\"message\":7}|invalid_input",
        "send-chat-message|{\"message\":\"  \"}|invalid_input",
        "send-chat-message|{\"message\":\"a\\u0007b\"}|invalid_input",
        "send-chat-message|[\"hello\"]|invalid_input"
      })
  void whatCannotBeABodyIsRefused(String verb, String body, String code) throws Exception {
    error(api.post(path(create("body"), verb), body), 400, code);
  }

  @Test
  void aMessageIsAtMostTwoThousandCharactersLong() throws Exception {
    String id = create("long");
    String tooLong = "{\"message\":\"" + "x".repeat(2001) + "\"}";
    error(api.post(path(id, "send-chat-message"), tooLong), 400, "invalid_input");
    String longest = "{\"message\":\"" + "x".repeat(2000) + "\"}";
    error(api.post(path(id, "send-chat-message"), longest), 409, "invalid_state");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"timeoutSeconds\":0}|timeoutSeconds",
        "{\"timeoutSeconds\":3601}|timeoutSeconds",
        "{\"timeoutSeconds\":\"x\"}|timeoutSeconds",
        "{\"prompt\":\"\"}|prompt",
        "{\"required\":\"yes\"}|required"
      })
  void whatCannotBeAWishForConsentIsRefused(String consent, String field) throws Exception {
    String job = api.laterJob("consent");
    String body = job.substring(0, job.lastIndexOf('}')) + ",\"consent\":" + consent + "}";
    HttpResponse<byte[]> answer = api.post(JOBS, body);
    error(answer, 400, "invalid_input");
    assertThat(json(answer).getJsonArray("issues").toString())
        .contains("[\"consent\",\"" + field + "\"]");
  }

  private static String path(String id, String verb) {
    return JOBS + "/" + id + "/" + verb;
  }

  private static String create(String externalId) throws Exception {
    HttpResponse<byte[]> answer = api.post(JOBS, api.laterJob(externalId));
    assertThat(answer.statusCode()).isIn(200, 201);
    return json(answer).getString("id");
  }

  private static void error(HttpResponse<byte[]> answer, int status, String code) {
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(answer.statusCode()).as(text).isEqualTo(status);
    assertThat(json(answer).getString("error")).isEqualTo(code);
  }
}
