package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class DeviceLoginTest {
  private static final String BEGUN =
      "{\"nonce\":\"n0nce\",\"userCode\":\"BCDF-GHJK\",\"verificationUri\":\"https://a/cli-auth\","
          + "\"verificationUriComplete\":\"https://a/cli-auth?user_code=BCDF-GHJK\","
          + "\"expiresIn\":600,\"interval\":2}";
  private static final String PENDING = "{\"status\":\"pending\"}";
  private static final String COMPLETE = "{\"status\":\"complete\",\"apiKey\":\"mb_live_1\"}";

  private final FakeApi api = new FakeApi();
  private final FakeSurroundings surroundings = new FakeSurroundings();

  @AfterEach
  void close() {
    api.close();
  }

  private DeviceLogin start() {
    return DeviceLogin.start(
        MeetBot.builder().baseUrl(api.url()).surroundings(surroundings.all()), "my program");
  }

  @Test
  void a_login_begins_without_a_key_and_tells_what_to_show() {
    api.then(200, BEGUN);
    DeviceLogin login = start();
    assertThat(login.userCode()).isEqualTo("BCDF-GHJK");
    assertThat(login.verificationUri()).isEqualTo(URI.create("https://a/cli-auth"));
    assertThat(login.verificationUriComplete().getQuery()).isEqualTo("user_code=BCDF-GHJK");
    assertThat(login.interval()).isEqualTo(Duration.ofSeconds(2));
    assertThat(login.expiresAt()).isEqualTo(Instant.parse("2026-11-22T10:10:00Z"));
    assertThat(login.toString()).doesNotContain("n0nce");
    assertThat(api.only().path()).isEqualTo("/api/v1/cli-auth/init");
    assertThat(api.only().body()).isEqualTo("{\"clientName\":\"my program\"}");
    assertThat(api.only().header("Authorization")).isNull();
  }

  @Test
  void the_key_comes_when_somebody_approved() {
    api.then(200, BEGUN).then(202, PENDING).then(202, PENDING).then(200, COMPLETE);
    assertThat(start().await()).isEqualTo("mb_live_1");
    assertThat(surroundings.waits())
        .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(2));
    assertThat(api.seen().get(1).path()).isEqualTo("/api/v1/cli-auth/poll/n0nce");
  }

  @Test
  void who_asks_too_early_asks_five_seconds_slower_from_then_on() {
    api.then(200, BEGUN)
        .then(429, "{\"error\":\"slow_down\"}")
        .then(202, PENDING)
        .then(429, Map.of("Retry-After", "30"), "{\"error\":\"rate_limited\"}")
        .then(200, COMPLETE);
    assertThat(start().await()).isEqualTo("mb_live_1");
    assertThat(surroundings.waits())
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 7L, 7L, 30L);
  }

  @Test
  void a_server_in_trouble_is_asked_less_and_less_often() {
    api.then(200, BEGUN).then(503, "").thenCloses().then(200, COMPLETE);
    assertThat(start().await()).isEqualTo("mb_live_1");
    assertThat(surroundings.waits()).extracting(Duration::toSeconds).containsExactly(2L, 4L, 8L);
  }

  @Test
  void a_no_ends_it() {
    api.then(200, BEGUN).then(403, "{\"error\":\"denied\",\"message\":\"The person said no.\"}");
    assertThatThrownBy(() -> start().await())
        .isInstanceOf(MeetbotForbiddenException.class)
        .hasMessageContaining("denied");
  }

  @Test
  void an_expired_code_ends_it() {
    api.then(200, BEGUN).then(410, "{\"error\":\"expired\"}");
    assertThatThrownBy(() -> start().await())
        .isInstanceOf(MeetbotTimeoutException.class)
        .hasMessage("the code has expired");
  }

  @Test
  void nobody_is_asked_after_the_code_has_expired() {
    api.then(200, BEGUN.replace("\"interval\":2", "\"interval\":60"));
    IntStream.range(0, 10).forEach(i -> api.then(202, PENDING));
    assertThatThrownBy(() -> start().await()).isInstanceOf(MeetbotTimeoutException.class);
    assertThat(api.isUsedUp()).isTrue();
    assertThat(api.seen()).hasSize(11);
  }

  @Test
  void an_answer_that_is_no_logins_is_told() {
    api.then(200, "{\"hello\":1}");
    assertThatThrownBy(this::start).isInstanceOf(MeetbotResponseException.class);
    api.then(200, BEGUN).then(200, "<html>");
    assertThatThrownBy(() -> start().await()).isInstanceOf(MeetbotResponseException.class);
  }

  @Test
  void a_cancelled_wait_ends_the_polls() {
    CompletableFuture<Void> came = new CompletableFuture<>();
    api.then(200, BEGUN)
        .then(
            exchange -> {
              came.complete(null);
              api.awaitClosing();
            });
    CompletableFuture<String> key = start().awaitAsync();
    came.join();
    key.cancel(true);
    assertThat(key).isCancelled();
    assertThat(api.seen()).hasSize(2);
  }
}
