package dev.meetbot.lab.receiver;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a webhook as its receiver would: the sender's own scheme by hand, the one of Standard
 * Webhooks by that project's own library.
 *
 * @param secret the whole secret string, {@code whsec_} included
 */
public record Signatures(String secret) {
  private static final String PREFIX = "sha256=";

  /** {@code X-Meetbot-Signature}: hex HMAC-SHA256 of the raw body under the whole secret. */
  public boolean meetbot(ReceivedWebhook webhook) {
    String header = webhook.header("X-Meetbot-Signature");
    return header.startsWith(PREFIX)
        && MessageDigest.isEqual(
            header.substring(PREFIX.length()).getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().formatHex(hmac(webhook.raw())).getBytes(StandardCharsets.US_ASCII));
  }

  /** {@code webhook-id}, {@code -timestamp} and {@code -signature}, checked by the library. */
  public boolean standard(ReceivedWebhook webhook) {
    try {
      new Webhook(secret)
          .verify(webhook.text(), HttpHeaders.of(webhook.headers(), (name, value) -> true));
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  private byte[] hmac(byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "Signatures";
  }
}
