package dev.meetbot.sdk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Whether a webhook is meetbot's. Verify the bytes as they came, and parse only then. Nothing here
 * throws, whatever came: what cannot be verified is false. Compares in constant time. Pure.
 */
public final class WebhookSignature {
  private static final String HEX_PREFIX = "sha256=";
  private static final String SECRET_PREFIX = "whsec_";
  private static final String VERSION = "v1,";
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private WebhookSignature() {}

  /**
   * Checks the header {@code X-Meetbot-Signature}. It holds no time: sort repeats out by the
   * delivery's id.
   *
   * @param body the bytes as they came
   * @param header the header's value; null when it is not there
   * @param secret the whole secret, {@code whsec_} included
   */
  public static boolean verify(byte[] body, @Nullable String header, String secret) {
    if (header == null || secret.isEmpty()) {
      return false;
    }
    byte[] mac = hmac(secret.getBytes(StandardCharsets.UTF_8), body);
    return equal(HEX_PREFIX + HexFormat.of().formatHex(mac), header);
  }

  /**
   * Checks the headers of Standard Webhooks: {@code webhook-id}, {@code webhook-timestamp}, which
   * may be 5 minutes off, and {@code webhook-signature}, of which one has to fit.
   *
   * @param headers gives a header's value by its lower-case name, null when it is not there
   * @param secret the whole secret, {@code whsec_} included
   * @param now what time it is
   */
  public static boolean verifyStandard(
      byte[] body, Function<String, @Nullable String> headers, String secret, Instant now) {
    String id = headers.apply("webhook-id");
    String timestamp = headers.apply("webhook-timestamp");
    String signatures = headers.apply("webhook-signature");
    Optional<byte[]> key = key(secret);
    if (id == null
        || id.isEmpty()
        || signatures == null
        || key.isEmpty()
        || !near(timestamp, now)) {
      return false;
    }
    byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    byte[] signed = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, signed, head.length, body.length);
    String expected = VERSION + Base64.getEncoder().encodeToString(hmac(key.get(), signed));
    // each is compared, so that the time does not tell which one fitted
    return Arrays.stream(signatures.split(" "))
        .map(signature -> equal(expected, signature))
        .reduce(false, Boolean::logicalOr);
  }

  private static boolean near(@Nullable String timestamp, Instant now) {
    if (timestamp == null) {
      return false;
    }
    try {
      long seconds = Long.parseLong(timestamp);
      return Math.abs(Math.subtractExact(now.getEpochSecond(), seconds)) <= TOLERANCE.toSeconds();
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  private static Optional<byte[]> key(String secret) {
    String text =
        secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
    try {
      return Optional.of(Base64.getDecoder().decode(text)).filter(key -> key.length > 0);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean equal(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
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
