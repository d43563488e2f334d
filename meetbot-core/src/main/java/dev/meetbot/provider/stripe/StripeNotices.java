package dev.meetbot.provider.stripe;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import dev.meetbot.spi.payment.Payment;
import dev.meetbot.spi.payment.PaymentNotice;
import dev.meetbot.spi.payment.PaymentNotices;
import dev.meetbot.spi.payment.RefusedNoticeException;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's events. A paid Checkout session in US dollars is a payment of the tenant that the
 * session names in {@code client_reference_id} or in its metadata as {@code tenantId}; all other
 * events are none. Stripe's own library checks the signature and that the notice is not older than
 * five minutes.
 */
public final class StripeNotices implements PaymentNotices {
  private static final long TOLERANCE_SECONDS = 300;
  private static final long MICROS_PER_CENT = 10_000;
  private static final int LONGEST_ID = 200;
  private static final Set<String> PAID =
      Set.of("checkout.session.completed", "checkout.session.async_payment_succeeded");

  private final String secret;
  private final InstantSource clock;

  /**
   * @param secret the signing secret of Stripe's endpoint ({@code whsec_...})
   */
  public StripeNotices(String secret, InstantSource clock) {
    this.secret = secret;
    this.clock = clock;
  }

  @Override
  public String service() {
    return "stripe";
  }

  @Override
  public PaymentNotice read(byte[] body, String signature) throws RefusedNoticeException {
    String text = new String(body, StandardCharsets.UTF_8);
    try {
      Webhook.Signature.verifyHeader(
          text, signature, secret, TOLERANCE_SECONDS, clock.withZone(ZoneOffset.UTC));
    } catch (SignatureVerificationException | RuntimeException e) {
      // its message may quote the header, so it is not handed on
      throw new RefusedNoticeException("the Stripe signature does not fit or is too old", e);
    }
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return notice(reader.readObject());
    } catch (JsonException | ArithmeticException e) {
      throw new RefusedNoticeException("the body is not an event of Stripe's", e);
    }
  }

  private static PaymentNotice notice(JsonObject event) throws RefusedNoticeException {
    String id = text(event, "id");
    String type = text(event, "type");
    if (id == null || id.isBlank() || id.length() > LONGEST_ID || type == null) {
      throw new RefusedNoticeException("the body is not an event of Stripe's");
    }
    Payment payment =
        PAID.contains(type)
            ? object(event, "data")
                .flatMap(d -> object(d, "object"))
                .map(StripeNotices::paid)
                .orElse(null)
            : null;
    return new PaymentNotice(id, type, payment);
  }

  /** Null when the session is not paid yet, is in another currency, or names nobody. */
  private static @Nullable Payment paid(JsonObject session) {
    String reference = text(session, "id");
    String named = text(session, "client_reference_id");
    String tenant =
        named == null
            ? object(session, "metadata").map(m -> text(m, "tenantId")).orElse(null)
            : named;
    boolean dollars =
        "paid".equals(text(session, "payment_status")) && "usd".equals(text(session, "currency"));
    if (!dollars || reference == null || reference.length() > LONGEST_ID || tenant == null) {
      return null;
    }
    return session.get("amount_total") instanceof JsonNumber cents && cents.longValueExact() > 0
        ? new Payment(
            reference, tenant, Math.multiplyExact(cents.longValueExact(), MICROS_PER_CENT))
        : null;
  }

  private static @Nullable String text(JsonObject in, String name) {
    return in.get(name) instanceof JsonString string ? string.getString() : null;
  }

  private static Optional<JsonObject> object(JsonObject in, String name) {
    return in.get(name) instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }
}
