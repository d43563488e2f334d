package dev.meetbot.provider.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.stripe.net.Webhook;
import dev.meetbot.spi.payment.Payment;
import dev.meetbot.spi.payment.PaymentNotice;
import dev.meetbot.spi.payment.RefusedNoticeException;
import dev.meetbot.tck.ManualClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StripeNoticesTest {
  private static final String SECRET = "whsec_test";

  private final ManualClock clock = ManualClock.startingAnyTime();
  private final StripeNotices stripe = new StripeNotices(SECRET, clock);

  private String signature(String body, String secret) throws Exception {
    long at = clock.instant().getEpochSecond();
    return "t=" + at + ",v1=" + Webhook.Util.computeHmacSha256(secret, at + "." + body);
  }

  private PaymentNotice read(String body) throws Exception {
    return stripe.read(body.getBytes(StandardCharsets.UTF_8), signature(body, SECRET));
  }

  private static String session(String type, String fields) {
    return "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\""
        + type
        + "\",\"data\":{\"object\":{\"id\":\"cs_1\",\"object\":\"checkout.session\","
        + fields
        + "}}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkout.session.completed", "checkout.session.async_payment_succeeded"})
  void aPaidSessionIsAPaymentOfTheTenantThatItNames(String type) throws Exception {
    PaymentNotice notice =
        read(
            session(
                type,
                "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":1050,"
                    + "\"client_reference_id\":\"acmé\",\"metadata\":{\"tenantId\":\"other\"}"));
    assertThat(notice)
        .isEqualTo(new PaymentNotice("evt_1", type, new Payment("cs_1", "acmé", 10_500_000)));
  }

  @Test
  void theTenantMayStandInTheMetadata() throws Exception {
    PaymentNotice notice =
        read(
            session(
                "checkout.session.completed",
                "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":1,"
                    + "\"client_reference_id\":null,\"metadata\":{\"tenantId\":\"acme\"}"));
    assertThat(notice.payment()).isEqualTo(new Payment("cs_1", "acme", 10_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"payment_status\":\"unpaid\",\"currency\":\"usd\",\"amount_total\":1,\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"eur\",\"amount_total\":1,\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":0,\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":-5,\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":\"1\",\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"usd\",\"client_reference_id\":\"a\"",
        "\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":1,\"metadata\":{}"
      })
  void whatIsNotPaidInDollarsBySomebodyIsNoPayment(String fields) throws Exception {
    assertThat(read(session("checkout.session.completed", fields)).payment()).isNull();
  }

  @Test
  void otherEventsAreNoPayments() throws Exception {
    assertThat(read("{\"id\":\"evt_2\",\"type\":\"customer.created\",\"data\":{\"object\":{}}}"))
        .isEqualTo(new PaymentNotice("evt_2", "customer.created", null));
  }

  @Test
  void onlyStripeIsBelievedAndOnlyForFiveMinutes() throws Exception {
    String body = "{\"id\":\"evt_1\",\"type\":\"customer.created\"}";
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String good = signature(body, SECRET);
    for (String signature :
        new String[] {
          signature(body, "whsec_other"), "", "t=,v1=", "nonsense", "t=1", "t=x,v1=y"
        }) {
      assertThatExceptionOfType(RefusedNoticeException.class)
          .as(signature)
          .isThrownBy(() -> stripe.read(bytes, signature));
    }
    byte[] changed = (body + " ").getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(RefusedNoticeException.class)
        .isThrownBy(() -> stripe.read(changed, good));
    clock.elapse(Duration.ofSeconds(300));
    assertThat(stripe.read(bytes, good).id()).isEqualTo("evt_1");
    clock.elapse(Duration.ofSeconds(1));
    assertThatExceptionOfType(RefusedNoticeException.class)
        .isThrownBy(() -> stripe.read(bytes, good))
        .withMessageNotContaining(SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"id\":7,\"type\":\"x\"}",
        "{\"id\":\"evt_1\"}",
        "not json",
        "{\"id\":\"evt_1\",\"type\":\"checkout.session.completed\",\"data\":{\"object\":{\"id\":\"cs\",\"client_reference_id\":\"a\",\"payment_status\":\"paid\",\"currency\":\"usd\",\"amount_total\":1e400}}}"
      })
  void signedNonsenseIsRefused(String body) {
    assertThatExceptionOfType(RefusedNoticeException.class).isThrownBy(() -> read(body));
  }
}
