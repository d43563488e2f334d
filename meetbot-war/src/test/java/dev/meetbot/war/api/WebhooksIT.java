package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks of the real WAR to a receiver on loopback, and what the API tells of them. */
class WebhooksIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String JOBS = "api/v1/jobs";

  @TempDir static Path dir;

  private static final BlockingQueue<String> received = new LinkedBlockingQueue<>();
  private static final AtomicInteger answer = new AtomicInteger(200);
  private static HttpServer receiver;
  private static ServerProcess server;
  private static Client api;
  private static Client anybody;

  @BeforeAll
  static void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          received.add(new String(body, java.nio.charset.StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(answer.get(), -1);
          exchange.close();
        });
    receiver.start();
    server =
        ServerProcess.start(
            WAR,
            dir.resolve("data"),
            "meetbot.artifacts.min-free-bytes=0",
            "meetbot.webhook.allowed-targets=127.0.0.1/32");
    api =
        new Client(server.base(), server.printed("First API key (shown only now):").orElseThrow());
    anybody = new Client(server.base(), null);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    receiver.stop(0);
  }

  @BeforeEach
  void forget() {
    received.clear();
    answer.set(200);
  }

  private static String hook() {
    return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
  }

  /** A job for tomorrow, cancelled at once: one event. */
  private static String cancelledJob(String externalId) throws Exception {
    JsonObject body =
        Json.createReader(new java.io.StringReader(api.laterJob(externalId))).readObject();
    JsonObject webhooks = Json.createObjectBuilder().add("onStatusChange", hook()).build();
    HttpResponse<byte[]> created =
        api.post(JOBS, Json.createObjectBuilder(body).add("webhooks", webhooks).build().toString());
    assertThat(created.statusCode()).isEqualTo(201);
    String id = json(created).getString("id");
    assertThat(api.delete(JOBS + "/" + id).statusCode()).isEqualTo(204);
    return id;
  }

  private static JsonObject awaitState(String job, String state) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    JsonObject delivery;
    do {
      HttpResponse<byte[]> answer = api.get(JOBS + "/" + job + "/deliveries");
      assertThat(answer.statusCode()).isEqualTo(200);
      delivery = json(answer).getJsonArray("deliveries").getJsonObject(0);
    } while (!delivery.getString("state").equals(state) && System.nanoTime() < end);
    assertThat(delivery.getString("state")).isEqualTo(state);
    return delivery;
  }

  @Test
  void aDeliveryIsListedWithItsAttemptsAndCanBeSentAgain() throws Exception {
    String job = cancelledJob("listed");
    JsonObject delivery = awaitState(job, "delivered");
    assertThat(delivery.keySet())
        .containsExactly(
            "deliveryId",
            "jobId",
            "event",
            "url",
            "version",
            "state",
            "emittedAt",
            "nextAttemptAt",
            "attempts");
    assertThat(delivery.getString("jobId")).isEqualTo(job);
    assertThat(delivery.isNull("nextAttemptAt")).isTrue();
    JsonObject attempt = delivery.getJsonArray("attempts").getJsonObject(0);
    assertThat(attempt.getInt("status")).isEqualTo(200);
    assertThat(attempt.isNull("error")).isTrue();

    String id = delivery.getString("deliveryId");
    HttpResponse<byte[]> again = api.post("api/v1/deliveries/" + id + "/redeliver", "{}");
    assertThat(again.statusCode()).isEqualTo(202);
    assertThat(json(again).getString("deliveryId")).isEqualTo(id);
    received.poll(30, TimeUnit.SECONDS);
    assertThat(received.poll(30, TimeUnit.SECONDS)).contains(id).contains("\"attempt\":2");
  }

  @Test
  void aUrlThatIsGoneIsLeftAloneUntilATestSucceeds() throws Exception {
    answer.set(410);
    JsonObject gone = awaitState(cancelledJob("gone-1"), "dead");
    assertThat(gone.getJsonArray("attempts").getJsonObject(0).getInt("status")).isEqualTo(410);
    received.clear();
    answer.set(200);
    JsonObject unsent = awaitState(cancelledJob("gone-2"), "dead");
    assertThat(unsent.getJsonArray("attempts").getJsonObject(0).getString("error"))
        .contains("not sent")
        .contains("410 Gone");
    assertThat(received).isEmpty();

    JsonObject test =
        json(api.post("api/v1/webhooks/test", "{\"url\":\"" + hook() + "\",\"version\":1}"));
    assertThat(test.getBoolean("delivered")).isTrue();
    assertThat(test.getInt("status")).isEqualTo(200);
    assertThat(received.poll(30, TimeUnit.SECONDS))
        .contains("webhook.test")
        .contains(test.getString("deliveryId"));
    awaitState(cancelledJob("gone-3"), "delivered");
  }

  @Test
  void aTestThatFailsTellsWhy() throws Exception {
    answer.set(500);
    JsonObject test = json(api.post("api/v1/webhooks/test", "{\"url\":\"" + hook() + "\"}"));
    assertThat(test.getBoolean("delivered")).isFalse();
    assertThat(test.getInt("status")).isEqualTo(500);
    assertThat(test.getString("error")).isEqualTo("answered 500");
    assertThat(test.getInt("durationMs")).isNotNegative();
  }

  @Test
  void targetsThatArePlainlyRefusedAreTold() throws Exception {
    for (String url : List.of("http://169.254.169.254/", "http://[::1]:1/", "http://127.1/")) {
      HttpResponse<byte[]> test = api.post("api/v1/webhooks/test", "{\"url\":\"" + url + "\"}");
      assertThat(test.statusCode()).isEqualTo(400);
      JsonObject issue = json(test).getJsonArray("issues").getJsonObject(0);
      assertThat(issue.getString("code")).isEqualTo("forbidden_target");
      assertThat(issue.getJsonArray("path").getString(0)).isEqualTo("url");

      String body =
          "{\"externalId\":\"x\",\"meetingUrl\":\""
              + server.base()
              + "room/a\","
              + "\"webhooks\":{\"onFinalize\":\""
              + url
              + "\"}}";
      HttpResponse<byte[]> job = api.post(JOBS, body);
      assertThat(job.statusCode()).isEqualTo(400);
      assertThat(json(job).getJsonArray("issues").getJsonObject(0).getJsonArray("path").toString())
          .isEqualTo("[\"webhooks\",\"onFinalize\"]");
    }
  }

  @Test
  void whatIsNotTheirsOrNotThereIsNotFound() throws Exception {
    for (String id : List.of("dlv_01J0000000000000000000000X", "nonsense", "dlv_%20")) {
      assertThat(api.post("api/v1/deliveries/" + id + "/redeliver", "{}").statusCode())
          .isEqualTo(404);
    }
    String nobodys = "019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234";
    assertThat(api.get(JOBS + "/" + nobodys + "/deliveries").statusCode()).isEqualTo(404);
    assertThat(anybody.get(JOBS + "/" + nobodys + "/deliveries").statusCode()).isEqualTo(401);
    assertThat(anybody.post("api/v1/webhooks/test", "{}").statusCode()).isEqualTo(401);
    assertThat(api.post("api/v1/webhooks/test", "{\"version\":3}").statusCode()).isEqualTo(400);
  }
}
