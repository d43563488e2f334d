package dev.meetbot.engine.internal.webhook;

import dev.meetbot.model.WebhookMessage;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs webhooks twice: in the published scheme ({@code X-Meetbot-Signature}, HMAC-SHA256 of the
 * raw body under the whole secret string) and by the Standard Webhooks specification (symmetric
 * signature {@code v1} over {@code id.timestamp.body} under the decoded secret). Pure.
 *
 * <p>While a rotation of secrets lasts, the standard header holds a signature by each of them. The
 * published header has room for one, and receivers compare it as a whole: odd attempts carry the
 * old secret's, which receivers know that were not changed yet, and even attempts the new one's, so
 * that with either secret a message is taken at its first or second attempt.
 */
public final class WebhookSigner {
  private static final String PREFIX = "whsec_";

  private WebhookSigner() {}

  /**
   * All headers of a delivery but the transport's own.
   *
   * @param secrets the newest first; at least one
   * @param attempt from 1
   */
  public static Map<String, String> headers(
      WebhookMessage message, byte[] body, List<String> secrets, int attempt, Instant sentAt) {
    long timestamp = sentAt.getEpochSecond();
    String id = message.id().value();
    boolean oldest = attempt % 2 == 1;
    String single = secrets.get(oldest ? secrets.size() - 1 : 0);
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("X-Meetbot-Webhook-Version", Integer.toString(message.version()));
    headers.put("X-Meetbot-Delivery", id);
    headers.put("X-Meetbot-Signature", "sha256=" + published(body, single));
    headers.put("webhook-id", id);
    headers.put("webhook-timestamp", Long.toString(timestamp));
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> "v1," + standard(id, timestamp, body, secret))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String published(byte[] body, String secret) {
    return HexFormat.of().formatHex(hmac(secret.getBytes(StandardCharsets.UTF_8), body));
  }

  private static String standard(String id, long timestamp, byte[] body, String secret) {
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = new byte[head.length + body.length];
    System.arraycopy(head, 0, signed, 0, head.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    return Base64.getEncoder().encodeToString(hmac(key, signed));
  }

  private static byte[] hmac(byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
