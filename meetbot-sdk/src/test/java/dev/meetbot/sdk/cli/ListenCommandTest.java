package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.meetbot.sdk.FakeApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ListenCommandTest {
  private static final String SECRET = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
  private static final String BODY =
      "{\"deliveryId\":\"dlv_1\",\"event\":\"job.status_changed\",\"type\":\"job.status_changed\","
          + "\"emittedAt\":\"2026-11-22T10:00:00.000Z\",\"attempt\":2,\"version\":2,\"data\":{"
          + "\"event\":\"job.status_changed\",\"jobId\":\"1\",\"externalId\":\"lesson-1\","
          + "\"status\":\"joining\",\"previousStatus\":\"queued\",\"metadata\":{}}}";

  @TempDir Path home;
  private Desk desk;
  private int port;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() {
    desk = new Desk(home);
    desk.environment.put("MEETBOT_WEBHOOK_SECRET", SECRET);
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private CompletableFuture<Desk.Result> listen(String... more) {
    String[] args =
        Stream.concat(
                Stream.of("webhooks", "listen", "--port", String.valueOf(port)),
                Arrays.stream(more))
            .toArray(String[]::new);
    return CompletableFuture.supplyAsync(() -> desk.run(args));
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256="
          + HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends as soon as somebody listens. */
  private HttpResponse<String> send(String body, String signature) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/hook"))
            .POST(BodyPublishers.ofString(body));
    if (signature != null) {
      request.header("X-Meetbot-Signature", signature);
    }
    while (true) {
      try {
        return client.send(request.build(), BodyHandlers.ofString());
      } catch (java.net.ConnectException e) {
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void a_genuine_event_is_printed_on_one_line() throws Exception {
    CompletableFuture<Desk.Result> run = listen("--count", "1");
    assertThat(send(BODY, signature(BODY)).statusCode()).isEqualTo(204);
    Desk.Result result = run.join();
    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains(
            "listening on http://127.0.0.1:" + port + "/",
            "meetbot.webhook.allow-private-targets=true");
    assertThat(result.out())
        .isEqualTo(
            "11:00:00  job.status_changed  1  lesson-1  joining  previousStatus=queued"
                + "  attempt=2\n");
  }

  @Test
  void what_is_not_meetbots_is_refused_and_said_to_be() throws Exception {
    CompletableFuture<Desk.Result> run = listen("--count", "1");
    assertThat(send(BODY, signature(BODY + " ")).statusCode()).isEqualTo(401);
    assertThat(send(BODY, null).statusCode()).isEqualTo(401);
    assertThat(send("x".repeat((1 << 20) + 1), "sha256=00").statusCode()).isEqualTo(413);
    HttpRequest get =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/")).GET().build();
    assertThat(client.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    send(BODY, signature(BODY));
    assertThat(run.join().lines())
        .hasSize(3)
        .startsWith(
            "11:00:00  refused: its signature is wrong: another secret, or other bytes",
            "11:00:00  refused: it has no signature");
  }

  @Test
  void machines_get_the_whole_body_on_one_line() throws Exception {
    Path secret = home.resolve("secret");
    Files.writeString(secret, SECRET + "\n");
    desk.environment.remove("MEETBOT_WEBHOOK_SECRET");
    CompletableFuture<Desk.Result> run =
        listen("--count", "1", "--json", "--secret-file", secret.toString());
    send(BODY, "sha256=1");
    send(BODY, signature(BODY));
    Desk.Result result = run.join();
    assertThat(result.err()).isEmpty();
    assertThat(result.lines().get(0)).contains("\"verified\":false", "\"reason\":");
    assertThat(result.lines().get(1))
        .startsWith("{\"receivedAt\":\"2026-11-22T10:00:00.000Z\",\"verified\":true,\"body\":{")
        .contains("\"deliveryId\":\"dlv_1\"");
  }

  @Test
  void genuine_events_are_handed_on_and_the_answer_goes_back() throws Exception {
    try (FakeApi app = new FakeApi()) {
      app.then(503, "");
      CompletableFuture<Desk.Result> run = listen("--count", "1", "--forward", app.url() + "/in");
      assertThat(send(BODY, "sha256=1").statusCode()).isEqualTo(401);
      assertThat(send(BODY, signature(BODY)).statusCode()).isEqualTo(503);
      assertThat(run.join().out()).contains("forwarded: 503");
      assertThat(app.only().body()).isEqualTo(BODY);
      assertThat(app.only().path()).isEqualTo("/in");
      assertThat(app.only().header("X-Meetbot-Signature")).isEqualTo(signature(BODY));
    }
  }

  @Test
  void an_application_that_is_away_is_a_bad_gateway() throws Exception {
    FakeApi app = new FakeApi();
    app.close();
    CompletableFuture<Desk.Result> run = listen("--count", "1", "--forward", app.url());
    assertThat(send(BODY, signature(BODY)).statusCode()).isEqualTo(502);
    run.join();
  }

  @Test
  void without_a_secret_or_a_port_it_does_not_begin() throws Exception {
    try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      assertThat(taken.isBound()).isTrue();
      Desk.Result result = listen().join();
      assertThat(result.code()).isEqualTo(7);
      assertThat(result.err()).contains("is in use");
    }
    for (String wrong : new String[] {"whsec_...", "whsec_c2hvcnQ=", SECRET.substring(6)}) {
      desk.environment.put("MEETBOT_WEBHOOK_SECRET", wrong);
      Desk.Result result = listen().join();
      assertThat(result.code()).isEqualTo(2);
      assertThat(result.err()).contains("no signing secret").doesNotContain(wrong);
    }
    desk.environment.remove("MEETBOT_WEBHOOK_SECRET");
    assertThat(listen().join().code()).isEqualTo(2);
    assertThat(desk.run("webhooks").code()).isEqualTo(2);
  }
}
