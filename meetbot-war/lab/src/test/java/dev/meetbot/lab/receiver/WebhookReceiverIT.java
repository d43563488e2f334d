package dev.meetbot.lab.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class WebhookReceiverIT {
  private static final String SECRET =
      "whsec_" + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
  private static final String BODY =
      "{\"deliveryId\":\"dlv_1\",\"event\":\"job.finalized\",\"attempt\":1,\"data\":{\"jobId\":\"j\"}}";

  private final WebhookReceiver receiver = WebhookReceiver.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    receiver.close();
  }

  @Test
  void bothSignaturesOfAnHonestSenderAreValid() throws Exception {
    assertThat(send(BODY, BODY)).isEqualTo(200);

    ReceivedWebhook webhook =
        receiver.await(list -> list.size() == 1, Duration.ofSeconds(5)).get(0);
    assertThat(webhook.event()).isEqualTo("job.finalized");
    assertThat(webhook.attempt()).isEqualTo(1);
    assertThat(webhook.deliveryId()).isEqualTo("dlv_1");
    assertThat(receiver.accepted("j")).hasSize(1);
    assertThat(new Signatures(SECRET).meetbot(webhook)).isTrue();
    assertThat(new Signatures(SECRET).standard(webhook)).isTrue();
  }

  @Test
  void aChangedBodyOrAnotherSecretIsInvalidInBothSchemes() throws Exception {
    send(BODY, BODY.replace("finalized", "failed"));
    send(BODY, BODY);

    ReceivedWebhook forged = receiver.received().get(0);
    assertThat(new Signatures(SECRET).meetbot(forged)).isFalse();
    assertThat(new Signatures(SECRET).standard(forged)).isFalse();
    Signatures others = new Signatures("whsec_" + Base64.getEncoder().encodeToString(new byte[9]));
    assertThat(others.meetbot(receiver.received().get(1))).isFalse();
    assertThat(others.standard(receiver.received().get(1))).isFalse();
  }

  @Test
  void itCanRefuseBeSlowAndBeDown() throws Exception {
    receiver.answer(503);
    assertThat(send(BODY, BODY)).isEqualTo(503);
    assertThat(receiver.accepted("j")).isEmpty();

    receiver.answer(200);
    receiver.answerAfter(Duration.ofMillis(300));
    Instant before = Instant.now();
    assertThat(send(BODY, BODY)).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(280));

    receiver.answerAfter(Duration.ZERO);
    receiver.goDown();
    assertThatThrownBy(() -> send(BODY, BODY)).isInstanceOf(ConnectException.class);
    receiver.comeUp();
    assertThat(send(BODY, BODY)).isEqualTo(200);
    assertThat(receiver.received()).hasSize(3);
    assertThatThrownBy(() -> receiver.await(list -> list.size() > 3, Duration.ofMillis(50)))
        .isInstanceOf(IllegalStateException.class);
  }

  private int send(String signed, String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(), "HmacSHA256"));
    long now = Instant.now().getEpochSecond();
    HttpRequest request =
        HttpRequest.newBuilder(receiver.url("/hook"))
            .header(
                "X-Meetbot-Signature",
                "sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes())))
            .header("webhook-id", "dlv_1")
            .header("webhook-timestamp", "" + now)
            .header("webhook-signature", new Webhook(SECRET).sign("dlv_1", now, signed))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
