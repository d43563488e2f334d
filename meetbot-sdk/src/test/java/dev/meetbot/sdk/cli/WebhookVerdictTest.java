package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookVerdictTest {
  private static final byte[] KEY = new byte[32];
  private static final String SECRET = "whsec_" + Base64.getEncoder().encodeToString(KEY);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final Map<String, String> headers = new HashMap<>();

  private WebhookVerdict verdict() {
    return WebhookVerdict.of(BODY, headers::get, SECRET, NOW);
  }

  private static byte[] mac(byte[] key, String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  private void own() throws Exception {
    headers.put(
        "x-meetbot-signature",
        "sha256=" + HexFormat.of().formatHex(mac(SECRET.getBytes(StandardCharsets.UTF_8), "{}")));
  }

  private void standard(long secondsAgo) throws Exception {
    String timestamp = String.valueOf(NOW.getEpochSecond() - secondsAgo);
    headers.put("webhook-id", "dlv_1");
    headers.put("webhook-timestamp", timestamp);
    headers.put(
        "webhook-signature",
        "v1,AAAA v1," + Base64.getEncoder().encodeToString(mac(KEY, "dlv_1." + timestamp + ".{}")));
  }

  @Test
  void one_right_signature_is_enough_where_only_one_is_there() throws Exception {
    own();
    assertThat(verdict()).isEqualTo(WebhookVerdict.GENUINE);
    headers.clear();
    standard(0);
    assertThat(verdict()).isEqualTo(WebhookVerdict.GENUINE);
  }

  @Test
  void the_standard_one_is_enough_while_the_secret_is_rotated() throws Exception {
    standard(0);
    headers.put("x-meetbot-signature", "sha256=00");
    assertThat(verdict()).isEqualTo(WebhookVerdict.GENUINE);
  }

  @Test
  void an_old_one_is_told_from_a_forged_one() throws Exception {
    own();
    standard(301);
    assertThat(verdict()).isEqualTo(WebhookVerdict.OLD);
    headers.remove("x-meetbot-signature");
    assertThat(verdict()).isEqualTo(WebhookVerdict.FORGED);
  }

  @Test
  void none_is_none() {
    assertThat(verdict()).isEqualTo(WebhookVerdict.UNSIGNED);
  }
}
