package dev.meetbot.war.api;

import static dev.meetbot.war.api.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Credit, Stripe, metrics and the host view of the real WAR, with billing on. */
class CreditIT {
  private static final Path WAR = Path.of("target", "meetbot.war").toAbsolutePath();
  private static final String SECRET = "whsec_of_the_test";
  private static final String STRIPE = "webhooks/stripe";

  @TempDir static Path dir;

  private static ServerProcess server;
  private static Client api;
  private static Client operator;
  private static Client anybody;

  @BeforeAll
  static void start() throws Exception {
    server =
        ServerProcess.start(
            WAR,
            dir.resolve("data"),
            "meetbot.artifacts.min-free-bytes=0",
            "meetbot.billing=true",
            "meetbot.billing.free-credit=0",
            "meetbot.stripe.webhook-secret=" + SECRET);
    api =
        new Client(server.base(), server.printed("First API key (shown only now):").orElseThrow());
    operator =
        new Client(server.base(), server.printed("Operator key (shown only now):").orElseThrow());
    anybody = new Client(server.base(), null);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static HttpResponse<byte[]> stripe(String body, Instant at) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signed = at.getEpochSecond() + "." + body;
    String hex = HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    return anybody.send(
        "POST",
        STRIPE,
        BodyPublishers.ofString(body),
        "Content-Type",
        "application/json; charset=utf-8",
        "Stripe-Signature",
        "t=" + at.getEpochSecond() + ",v1=" + hex);
  }

  private static String paid(String event, String session, String tenant, int cents) {
    return """
        {"id": "%s", "object": "event", "type": "checkout.session.completed",
         "data": {"object": {"id": "%s", "payment_status": "paid", "currency": "usd",
                             "amount_total": %d, "client_reference_id": "%s"}}}
        """
        .formatted(event, session, cents, tenant);
  }

  private static JsonObject credit() throws Exception {
    HttpResponse<byte[]> answer = api.get("api/v1/credit");
    assertThat(answer.statusCode()).isEqualTo(200);
    return json(answer);
  }

  @Test
  void aPaymentLetsBotsBeSentAgainAndCountsOnce() throws Exception {
    assertThat(credit().getString("balance")).isEqualTo("0.00");
    HttpResponse<byte[]> refused = api.post("api/v1/jobs", api.laterJob("before"));
    assertThat(refused.statusCode()).isEqualTo(402);
    assertThat(json(refused).getString("error")).isEqualTo("quota_exceeded");

    String tenant = json(api.get("api/v1/consumers/me")).getString("id");
    String event = paid("evt_1", "cs_1", tenant, 1050);
    ExecutorService crowd = Executors.newFixedThreadPool(8);
    for (Future<HttpResponse<byte[]>> answer :
        crowd.invokeAll(
            IntStream.range(0, 16)
                .<java.util.concurrent.Callable<HttpResponse<byte[]>>>mapToObj(
                    i -> () -> stripe(event, Instant.now()))
                .toList())) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      assertThat(json(answer.get()).getBoolean("received")).isTrue();
    }
    crowd.shutdown();
    JsonObject after = credit();
    assertThat(after.getString("balance")).isEqualTo("10.50");
    assertThat(after.getString("pricePerHour")).isEqualTo("0.30");
    assertThat(after.getBoolean("billing")).isTrue();
    assertThat(after.getJsonArray("entries")).hasSize(1);
    JsonObject entry = after.getJsonArray("entries").getJsonObject(0);
    assertThat(entry.getString("id")).isEqualTo("stripe/evt_1");
    assertThat(entry.getString("kind")).isEqualTo("top_up");
    assertThat(entry.isNull("jobId")).isTrue();
    assertThat(after.isNull("nextCursor")).isTrue();
    assertThat(api.post("api/v1/jobs", api.laterJob("after")).statusCode()).isEqualTo(201);
  }

  @Test
  void onlyWhatStripeSignedJustNowIsBelieved() throws Exception {
    String event = paid("evt_9", "cs_9", "nobody", 100);
    assertThat(stripe(event, Instant.now().minusSeconds(600)).statusCode()).isEqualTo(400);
    HttpResponse<byte[]> unsigned = anybody.post(STRIPE, event);
    assertThat(unsigned.statusCode()).isEqualTo(400);
    assertThat(json(unsigned).getString("error")).isEqualTo("invalid_input");
    assertThat(stripe(event, Instant.now()).statusCode()).as("unknown tenant").isEqualTo(200);
    assertThat(stripe("{\"id\":\"evt_8\",\"type\":\"invoice.paid\"}", Instant.now()).statusCode())
        .isEqualTo(200);
    assertThat(server.output()).noneMatch(line -> line.contains(SECRET));
  }

  @Test
  void theHostViewIsForTheOperatorAndTrue() throws Exception {
    assertThat(api.get("api/v1/admin/host").statusCode()).isEqualTo(403);
    assertThat(anybody.get("api/v1/admin/host").statusCode()).isEqualTo(401);
    HttpResponse<byte[]> answer = operator.get("api/v1/admin/host");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonObject view = json(answer);
    assertThat(view.getString("version")).matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(view.getJsonObject("host").getInt("cpuCount"))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(view.getJsonObject("host").getJsonArray("disks")).isNotEmpty();
    assertThat(view.getJsonObject("jvm").getInt("threads")).isPositive();
    assertThat(view.getJsonObject("bots").getJsonObject("byStatus").keySet())
        .isEqualTo(
            Set.of(
                "queued",
                "joining",
                "in_call",
                "recording",
                "finalizing",
                "completed",
                "failed",
                "cancelled"));
    assertThat(view.getJsonObject("browsers").getInt("running")).isZero();
    assertThat(view.getJsonObject("ready").getString("database")).isEqualTo("ok");
    assertThat(view.getJsonObject("queue").keySet()).containsExactly("depth", "oldestSeconds");
  }

  @Test
  void theMetricsCountRequestsByTheirRoute() throws Exception {
    assertThat(api.get("metrics").statusCode()).isEqualTo(403);
    api.get("api/v1/jobs/019e2f0a-7c4e-7d11-b2cb-9d6e0c5e1234/artifacts/a/b");
    anybody.get("api/v1/nothing/of/the/kind");
    HttpResponse<byte[]> answer = operator.get("metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .get()
        .asString()
        .startsWith("text/plain");
    String text = new String(answer.body(), StandardCharsets.UTF_8);
    assertThat(text.lines())
        .anyMatch(
            line ->
                line.startsWith(
                    "meetbot_http_requests_total{method=\"GET\","
                        + "route=\"/api/v1/jobs/{id}/artifacts/{name}\",status=\"404\"}"))
        .anyMatch(
            line ->
                line.startsWith(
                    "meetbot_http_requests_total{method=\"GET\",route=\"none\",status=\"404\"}"))
        .anyMatch(line -> line.startsWith("meetbot_jobs{status=\"queued\"}"))
        .anyMatch(line -> line.startsWith("jvm_memory_used_bytes"));
    assertThat(text).doesNotContain("of/the/kind").doesNotContain("019e2f0a");
  }

  @Test
  void aCursorOrLimitThatMakesNoSenseIsRefused() throws Exception {
    for (String query : new String[] {"limit=0", "limit=201", "limit=x", "cursor=zzz"}) {
      HttpResponse<byte[]> answer = api.get("api/v1/credit?" + query);
      assertThat(answer.statusCode()).as(query).isEqualTo(400);
      assertThat(json(answer).getString("error")).isEqualTo("invalid_input");
    }
    assertThat(operator.get("api/v1/credit").statusCode()).isEqualTo(403);
  }
}
