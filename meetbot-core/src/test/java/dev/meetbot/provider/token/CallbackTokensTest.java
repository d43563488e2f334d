package dev.meetbot.provider.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.provider.token.CallbackTokens.Callback;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenRequest;
import dev.meetbot.tck.RawServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a bot gets Zoom's tokens from an operator's service. */
@Timeout(30)
class CallbackTokensTest {
  private static final TokenRequest ZOOM = TokenService.request("zoom-web");

  private TokenService service;

  @BeforeEach
  void start() throws IOException {
    service = new TokenService();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static CallbackTokens source(URI url, boolean required) {
    return new CallbackTokens(Callback.zoom(url, "s3cret"), required, Duration.ofSeconds(5));
  }

  private Map<String, String> tokens(String answer) {
    service.answers(200, answer);
    try (CallbackTokens source = source(service.url(), false)) {
      return source.tokens(ZOOM);
    }
  }

  @Test
  void it_tells_of_the_job_and_signs_what_it_says() throws Exception {
    assertThat(tokens("{\"zak\": \"z1\", \"obfToken\": \"o1\", \"more\": \"m\"}"))
        .isEqualTo(Map.of("zak", "z1", "obfToken", "o1"));
    TokenService.Asked asked = service.asked().get(0);
    JsonObject body = Json.createReader(new StringReader(asked.text())).readObject();
    assertThat(body.keySet()).containsExactly("jobId", "externalId", "meetingUrl", "platform");
    assertThat(body.getString("jobId")).isEqualTo(ZOOM.job().value());
    assertThat(body.getString("externalId")).isEqualTo("e \"1\"");
    assertThat(body.getString("meetingUrl")).isEqualTo(ZOOM.meeting().url().toString());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("s3cret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String signature = "sha256=" + HexFormat.of().formatHex(mac.doFinal(asked.body()));
    assertThat(asked.headers().get("X-meetbot-signature")).isEqualTo(List.of(signature));
  }

  @Test
  void every_bot_gets_its_own() {
    service.answers(200, "{\"zak\": \"once\"}");
    try (CallbackTokens source = source(service.url(), false)) {
      source.tokens(ZOOM);
      source.tokens(ZOOM);
    }
    assertThat(service.asked()).hasSize(2);
  }

  @Test
  void one_token_or_none_may_be_given() {
    assertThat(tokens("{\"obfToken\": \"o1\", \"zak\": null}")).containsOnlyKeys("obfToken");
    assertThat(tokens("{}")).isEmpty();
    assertThat(tokens("{\"zak\": \"two words\"}")).isEmpty();
    assertThat(tokens("no json")).isEmpty();
  }

  @Test
  void other_platforms_get_none() {
    try (CallbackTokens source = source(service.url(), true)) {
      assertThat(source.tokens(TokenService.request("jitsi"))).isEmpty();
    }
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void a_bot_that_must_have_one_does_not_go_without() {
    service.answers(204, "");
    try (CallbackTokens source = source(service.url(), true)) {
      assertThatThrownBy(() -> source.tokens(ZOOM))
          .isInstanceOf(MissingTokenException.class)
          .hasMessage("no token for zoom-web: the token callback gave none");
      service.answers(500, "");
      assertThatThrownBy(() -> source.tokens(ZOOM)).hasMessageEndingWith("answered 500");
    }
  }

  @Test
  void redirects_are_not_followed() throws IOException {
    try (TokenService other = new TokenService();
        CallbackTokens source = source(service.url(), true)) {
      service.redirectsTo(other.url());
      assertThatThrownBy(() -> source.tokens(ZOOM)).hasMessageEndingWith("answered 307");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void answers_without_end_and_servers_that_are_gone_are_failures() throws IOException {
    assertThat(tokens("{\"zak\": \"" + "x".repeat(70_000) + "\"}")).isEmpty();
    URI gone;
    try (RawServer server = new RawServer("not HTTP\r\n\r\n", true)) {
      gone = server.url();
      try (CallbackTokens source = source(gone, false)) {
        assertThat(source.tokens(ZOOM)).isEmpty();
      }
    }
    try (CallbackTokens source = source(gone, true)) {
      assertThatThrownBy(() -> source.tokens(ZOOM)).isInstanceOf(MissingTokenException.class);
    }
  }
}
