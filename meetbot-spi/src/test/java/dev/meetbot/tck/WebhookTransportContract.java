package dev.meetbot.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.meetbot.spi.webhook.DeliveryResult;
import dev.meetbot.spi.webhook.WebhookRequest;
import dev.meetbot.spi.webhook.WebhookTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What every {@link WebhookTransport} must do, whatever way its messages go. One that speaks HTTP
 * passes {@link HttpTransportContract} instead, which has more.
 */
public interface WebhookTransportContract {
  /** Long enough for every answer that does come. */
  Duration PATIENT = Duration.ofSeconds(30);

  Duration SHORT = Duration.ofMillis(700);

  /** What a call with {@link #SHORT} may take on a machine that is busy with other things. */
  Duration BOUND = Duration.ofSeconds(15);

  /** A receiver that takes what is sent. */
  WebhookReceiver answering() throws Exception;

  /** One that is not there: whoever looks for it is told so at once. */
  WebhookReceiver missing() throws Exception;

  /** One that takes connections and never says anything. */
  WebhookReceiver silent() throws Exception;

  @Test
  default void aMessageArrivesAsItWasSigned() throws Exception {
    Map<String, String> headers =
        Map.of(
            "Content-Type", "application/json",
            "X-Meetbot-Signature", "sha256=ab",
            "webhook-id", "dlv_01J0000000000000000000000X");
    byte[] body =
        "{\"text\":\"grüß dich ☕\",  \"two blanks\":1}\n".getBytes(StandardCharsets.UTF_8);
    try (WebhookReceiver receiver = answering()) {
      WebhookRequest request = new WebhookRequest(receiver.url(), headers, body);
      DeliveryResult result = receiver.transport().send(request, PATIENT);
      assertThat(result.status()).isBetween(200, 299);
      assertThat(result.error()).isNull();

      WebhookRequest arrived = received(receiver, 1).get(0);
      assertThat(arrived.url()).isEqualTo(receiver.url());
      assertThat(arrived.body()).isEqualTo(body);
      Map<String, String> seen = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      seen.putAll(arrived.headers());
      assertThat(seen).containsAllEntriesOf(headers);
    }
  }

  @Test
  default void aReceiverThatTakesMessagesIsNotRefused() throws Exception {
    try (WebhookReceiver receiver = answering()) {
      assertThat(receiver.transport().refusal(receiver.url())).isEmpty();
    }
  }

  @Test
  default void nobodyThereIsAResult() throws Exception {
    try (WebhookReceiver receiver = missing()) {
      assertUnreachable(send(receiver, PATIENT));
    }
  }

  @Test
  default void whoeverNeverAnswersIsGivenUpInTime() throws Exception {
    try (WebhookReceiver receiver = silent()) {
      long start = System.nanoTime();
      assertUnreachable(send(receiver, SHORT));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, BOUND);
    }
  }

  @Test
  default void anInterruptEndsTheWaitAndIsKept() throws Exception {
    try (WebhookReceiver receiver = silent()) {
      long start = System.nanoTime();
      Thread.currentThread().interrupt();
      DeliveryResult result = send(receiver, PATIENT);
      boolean kept = Thread.interrupted();
      assertUnreachable(result);
      assertThat(kept).isTrue();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
    }
  }

  @Test
  default void manyMessagesAreSentAtOnceAndEachArrivesOnce() throws Exception {
    try (WebhookReceiver receiver = answering()) {
      List<DeliveryResult> results = Race.run(16, i -> () -> send(receiver, "body " + i, PATIENT));
      assertThat(results).allSatisfy(result -> assertThat(result.status()).isBetween(200, 299));
      assertThat(received(receiver, 16))
          .extracting(arrived -> new String(arrived.body(), StandardCharsets.UTF_8))
          .doesNotHaveDuplicates()
          .allMatch(body -> body.startsWith("body "));
    }
  }

  @Test
  default void aClosedTransportSendsNothingAndSaysSo() throws Exception {
    try (WebhookReceiver receiver = answering()) {
      receiver.transport().close();
      assertUnreachable(send(receiver, PATIENT));
      assertThat(receiver.next()).isEmpty();
    }
  }

  @Test
  default void aSecondCloseDoesNothing() throws Exception {
    try (WebhookReceiver receiver = answering()) {
      WebhookTransport transport = receiver.transport();
      transport.close();
      assertThatCode(transport::close).doesNotThrowAnyException();
    }
  }

  private static List<WebhookRequest> received(WebhookReceiver receiver, int count) {
    List<WebhookRequest> arrived = new ArrayList<>();
    Await.until(
        count + " messages arrive",
        PATIENT,
        () -> {
          Optional<WebhookRequest> next = receiver.next();
          next.ifPresent(arrived::add);
          return arrived.size() == count;
        });
    return arrived;
  }

  private static DeliveryResult send(WebhookReceiver receiver, Duration timeout) {
    return send(receiver, "{}", timeout);
  }

  private static DeliveryResult send(WebhookReceiver receiver, String body, Duration timeout) {
    return receiver
        .transport()
        .send(
            new WebhookRequest(receiver.url(), Map.of(), body.getBytes(StandardCharsets.UTF_8)),
            timeout);
  }

  private static void assertUnreachable(DeliveryResult result) {
    assertThat(result.status()).isNull();
    assertThat(result.bodyHead()).isNull();
    assertThat(result.error()).isNotBlank();
  }
}
