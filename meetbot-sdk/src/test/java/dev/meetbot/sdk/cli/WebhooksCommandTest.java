package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class WebhooksCommandTest {
  @TempDir Path home;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(home);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private static final String DELIVERY =
      "{\"deliveryId\":\"dlv_1\",\"jobId\":\"1\",\"event\":\"job.finalized\","
          + "\"url\":\"https://hooks.example/in?token=s3cret\",\"version\":2,\"state\":\"dead\","
          + "\"emittedAt\":\"2026-11-22T09:00:00.000Z\",\"nextAttemptAt\":null,\"attempts\":["
          + "{\"attempt\":1,\"at\":null,\"status\":null,\"error\":\"timeout\",\"responseHead\":null},"
          + "{\"attempt\":2,\"at\":null,\"status\":500,\"error\":\"not 2xx\",\"responseHead\":\"\"}]}";

  @Test
  void deliveries_are_listed_with_their_last_answer_and_no_token() {
    desk.api.then(200, "{\"deliveries\":[" + DELIVERY + "]}").then(200, "{\"deliveries\":[]}");
    assertThat(desk.run("webhooks", "deliveries", "1").lines())
        .containsExactly(
            "ID     EVENT          STATE  TRIES  LAST ANSWER   URL",
            "dlv_1  job.finalized  dead   2      500, not 2xx  https://hooks.example/in?…");
    assertThat(desk.run("webhooks", "deliveries", "1").err()).isEqualTo("no deliveries\n");
  }

  @Test
  void a_delivery_is_sent_again() {
    desk.api.then(202, DELIVERY).then(202, DELIVERY).then(404, "{}");
    assertThat(desk.run("webhooks", "redeliver", "dlv_1").out())
        .contains("delivery     dlv_1", "last answer  500, not 2xx");
    desk.run("webhooks", "redeliver", "dlv_1", "--idempotency-key", "k");
    assertThat(desk.api.seen().get(1).header("Idempotency-Key")).isEqualTo("k");
    assertThat(desk.run("webhooks", "redeliver", "dlv_2").code()).isEqualTo(4);
  }

  @Test
  void a_test_event_that_is_not_taken_ends_with_1() {
    desk.api
        .then(
            200,
            "{\"deliveryId\":\"dlv_1\",\"delivered\":true,\"status\":204,\"error\":null,\"durationMs\":8}")
        .then(
            200,
            "{\"deliveryId\":\"dlv_1\",\"delivered\":false,\"status\":null,\"error\":\"refused\","
                + "\"durationMs\":8}");
    Desk.Result taken = desk.run("webhooks", "test", "https://hooks.example/");
    assertThat(taken.code()).isZero();
    assertThat(taken.out()).isEqualTo("delivered in 8 ms: 204 (dlv_1)\n");
    Desk.Result not = desk.run("webhooks", "test", "https://a", "--webhook-version", "1", "--json");
    assertThat(not.code()).isEqualTo(1);
    assertThat(not.out()).contains("\"delivered\": false");
    assertThat(desk.api.seen().get(1).body()).contains("\"version\":1");
  }

  @Test
  void a_new_secret_is_printed_once_or_goes_to_a_file() {
    String rotation =
        "{\"webhookSecret\":\"whsec_S3CRET\",\"previousValidUntil\":\"2026-11-23T10:00:00.000Z\"}";
    desk.api.then(200, rotation).then(200, rotation);
    assertThat(desk.run("webhooks", "rotate-secret").lines())
        .containsExactly("old one until  2026-11-23 11:00:00", "secret         whsec_S3CRET");
    Path file = home.resolve("secret");
    assertThat(desk.run("webhooks", "rotate-secret", "--out", file.toString()).out())
        .doesNotContain("S3CRET");
    assertThat(file).hasContent("whsec_S3CRET");
  }

  @Test
  void files_are_deleted_only_when_somebody_says_so() {
    assertThat(desk.run("artifacts", "1", "--delete").err()).contains("add --yes");
    assertThat(desk.run("artifacts", "1", "a", "--delete", "--yes").code()).isEqualTo(2);
    desk.input = "no\n";
    desk.terminal(80);
    assertThat(desk.run("artifacts", "1", "--delete").code()).isEqualTo(2);
    assertThat(desk.api.seen()).isEmpty();
    desk.input = "yes\n";
    desk.api.then(204, "").then(204, "");
    assertThat(desk.run("artifacts", "1", "--delete").out()).isEqualTo("deleted the files of 1\n");
    assertThat(desk.run("artifacts", "1", "--delete", "--yes", "--json").code()).isZero();
    assertThat(desk.api.seen().get(0).method()).isEqualTo("DELETE");
    assertThat(desk.api.seen().get(0).path()).isEqualTo("/api/v1/jobs/1/artifacts");
  }
}
