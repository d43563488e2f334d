package dev.meetbot.provider.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.meetbot.provider.token.TeamsIdentification.Client;
import dev.meetbot.spi.meeting.MissingTokenException;
import dev.meetbot.spi.meeting.TokenRequest;
import dev.meetbot.tck.ManualClock;
import dev.meetbot.tck.Race;
import dev.meetbot.tck.RawServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a bot gets what it shows to Teams. */
@Timeout(30)
class TeamsIdentificationTest {
  private static final TokenRequest TEAMS = TokenService.request("microsoft-teams");

  private final ManualClock clock = ManualClock.startingAnyTime();
  private TokenService service;

  @BeforeEach
  void start() throws IOException {
    service = new TokenService();
    service.answers(200, "{\"access_token\": \"abc.def\", \"expires_in\": 3600}");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private TeamsIdentification source(boolean required) {
    return source(service.url(), required);
  }

  private TeamsIdentification source(URI url, boolean required) {
    Client client = new Client(url, "client 1", "s3cret&+", "api://x/.default");
    return new TeamsIdentification(client, required, Duration.ofSeconds(5), clock);
  }

  @Test
  void it_asks_with_the_clients_credentials() {
    try (TeamsIdentification source = source(false)) {
      assertThat(source.tokens(TEAMS)).isEqualTo(Map.of("identification", "abc.def"));
    }
    assertThat(service.asked()).hasSize(1);
    assertThat(service.asked().get(0).method()).isEqualTo("POST");
    assertThat(service.asked().get(0).text())
        .isEqualTo(
            "grant_type=client_credentials&client_id=client+1&client_secret=s3cret%26%2B"
                + "&scope=api%3A%2F%2Fx%2F.default");
  }

  @Test
  void a_token_is_kept_until_shortly_before_it_expires() {
    try (TeamsIdentification source = source(false)) {
      Race.run(4, i -> () -> source.tokens(TEAMS));
      clock.elapse(Duration.ofSeconds(3600 - 121));
      source.tokens(TEAMS);
      assertThat(service.asked()).hasSize(1);
      clock.elapse(Duration.ofSeconds(1));
      service.answers(200, "{\"access_token\": \"new\", \"expires_in\": 60}");
      assertThat(source.tokens(TEAMS)).containsValue("new");
      source.tokens(TEAMS);
      assertThat(service.asked()).as("too short to be kept").hasSize(3);
    }
  }

  @Test
  void other_platforms_get_none_and_nobody_is_asked() {
    try (TeamsIdentification source = source(true)) {
      assertThat(source.tokens(TokenService.request("zoom-web"))).isEmpty();
    }
    assertThat(service.asked()).isEmpty();
  }

  @Test
  void without_a_token_the_bot_goes_as_it_is_or_not_at_all() {
    service.answers(401, "{\"error\": \"invalid_client\", \"x\": \"s3cret&+\"}");
    try (TeamsIdentification may = source(false);
        TeamsIdentification must = source(true)) {
      assertThat(may.tokens(TEAMS)).isEmpty();
      assertThatThrownBy(() -> must.tokens(TEAMS))
          .isInstanceOf(MissingTokenException.class)
          .hasMessage(
              "no identification token for Microsoft Teams: the token service answered 401");
    }
  }

  @Test
  void answers_that_make_no_sense_are_no_tokens() {
    try (TeamsIdentification source = source(false)) {
      for (String answer :
          List.of("", "[]", "{", "{\"access_token\": 7}", "{\"access_token\": \"a b\"}", "{}")) {
        service.answers(200, answer);
        assertThat(source.tokens(TEAMS)).as(answer).isEmpty();
      }
    }
  }

  @Test
  void a_service_that_does_not_answer_holds_the_bot_up_for_the_timeout_only() throws Exception {
    try (RawServer silent = new RawServer("", false)) {
      Client client = new Client(silent.url(), "c", "s", "x");
      try (TeamsIdentification source =
          new TeamsIdentification(client, true, Duration.ofMillis(300), clock)) {
        assertThatThrownBy(() -> source.tokens(TEAMS)).hasMessageEndingWith("within 300 ms");
      }
    }
  }

  @Test
  void the_secret_is_in_no_text() {
    assertThat(new Client(service.url(), "c", "s3cret", "x").toString()).doesNotContain("s3cret");
  }
}
