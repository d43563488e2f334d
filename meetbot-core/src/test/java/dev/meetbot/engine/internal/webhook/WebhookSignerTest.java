package dev.meetbot.engine.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import dev.meetbot.engine.internal.lifecycle.JobLifecycle;
import dev.meetbot.engine.internal.lifecycle.Jobs;
import dev.meetbot.engine.internal.lifecycle.Trigger;
import dev.meetbot.model.JobStatus;
import dev.meetbot.model.WebhookMessage;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WebhookSignerTest {
  private static final String SECRET = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  @Test
  void the_published_signature_is_the_hmac_of_the_raw_body_under_the_whole_secret() {
    byte[] body = "{\"a\":1}".getBytes(StandardCharsets.UTF_8);
    Map<String, String> headers =
        WebhookSigner.headers(message(), body, List.of(SECRET), 1, Jobs.NOW);
    // printf '{"a":1}' | openssl dgst -sha256 -hmac "$SECRET"
    assertThat(headers)
        .containsEntry(
            "X-Meetbot-Signature",
            "sha256=d3f1ea16147b8b8d0304fe2a9559b4b4b84d057af19b132191df3378cbd1234a");
  }

  @Test
  void the_library_of_standard_webhooks_accepts_ours_and_refuses_a_changed_body() throws Exception {
    byte[] body = Envelope.body(message(), 1);
    Map<String, String> signed =
        WebhookSigner.headers(message(), body, List.of(SECRET), 1, Instant.now());
    Map<String, List<String>> lists = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    signed.forEach((name, value) -> lists.put(name, List.of(value)));
    HttpHeaders headers = HttpHeaders.of(lists, (name, value) -> true);
    Webhook library = new Webhook(SECRET);
    String text = new String(body, StandardCharsets.UTF_8);
    assertThatCode(() -> library.verify(text, headers)).doesNotThrowAnyException();
    assertThatThrownBy(() -> library.verify(text + " ", headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void the_envelope_names_the_event_in_three_places_and_version_1_has_no_version() {
    String v2 = new String(Envelope.body(message(), 3), StandardCharsets.UTF_8);
    assertThat(v2)
        .contains(
            "\"event\":\"job.status_changed\"",
            "\"type\":\"job.status_changed\"",
            "\"data\":{\"event\":\"job.status_changed\"",
            "\"attempt\":3",
            "\"version\":2",
            "\"emittedAt\":\"2026-11-22T10:00:00.000Z\"");
  }

  private static WebhookMessage message() {
    return new JobLifecycle(3, Duration.ofSeconds(5))
        .decide(Jobs.in(JobStatus.QUEUED), Trigger.of(Trigger.Kind.CLAIMED), Jobs.NOW)
        .orElseThrow()
        .messages()
        .get(0);
  }
}
