package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WebhooksVectorTest {
  @TestFactory
  Stream<DynamicTest> whatAReceiverSays() throws IOException {
    // signedWith and attempt are for the server's own test
    return Vectors.tests(
        "webhooks.json",
        Set.of(
            "name",
            "secret",
            "body",
            "signature",
            "standard",
            "now",
            "valid",
            "event",
            "signedWith",
            "attempt"),
        this::check);
  }

  private void check(Map<String, Object> vector) {
    byte[] body = ((String) vector.get("body")).getBytes(StandardCharsets.UTF_8);
    String secret = (String) vector.get("secret");
    Object valid = vector.get("valid");
    String signature = (String) vector.get("signature");
    boolean neither = signature == null && vector.get("standard") == null;
    if (signature != null || neither) {
      assertThat(WebhookSignature.verify(body, signature, secret)).isEqualTo(valid);
    }
    if (vector.get("standard") != null || neither) {
      Map<String, Object> headers = neither ? Map.of() : Vectors.map(vector.get("standard"));
      Instant now = Instant.ofEpochSecond(((BigDecimal) vector.get("now")).longValueExact());
      assertThat(
              WebhookSignature.verifyStandard(
                  body, name -> (String) headers.get(name), secret, now))
          .isEqualTo(valid);
    }
    if (vector.get("event") != null) {
      WebhookEvent event = WebhookEvent.parse(body);
      assertThat(Said.differences(vector.get("event"), Said.by(event))).isEmpty();
      assertThat(event instanceof WebhookEvent.Unknown)
          .isEqualTo(event.event().equals("bot.sneezed"));
    } else if (Boolean.TRUE.equals(valid)) {
      assertThatThrownBy(() -> WebhookEvent.parse(body))
          .isInstanceOf(MeetbotResponseException.class);
    }
  }
}
