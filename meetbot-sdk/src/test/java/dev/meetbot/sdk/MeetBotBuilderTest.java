package dev.meetbot.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeetBotBuilderTest {
  @Test
  void keyAndAddressComeFromTheEnvironment() {
    try (FakeApi api = new FakeApi();
        MeetBot bots =
            MeetBot.builder()
                .environment(
                    Map.of("MEETBOT_API_KEY", "mb_test_env", "MEETBOT_API_BASE_URL", api.url())
                        ::get)
                .build()) {
      api.then(404, "{}");
      assertThat(bots.getBot("1")).isEmpty();
      assertThat(api.only().header("Authorization")).isEqualTo("Bearer mb_test_env");
    }
  }

  @Test
  void whatIsGivenComesBeforeTheEnvironment() {
    try (FakeApi api = new FakeApi();
        MeetBot bots =
            MeetBot.builder()
                .environment(
                    Map.of("MEETBOT_API_KEY", "a", "MEETBOT_API_BASE_URL", "https://b")::get)
                .apiKey("mb_test_1")
                .baseUrl(api.url() + "/under/")
                .build()) {
      api.then(404, "{}");
      bots.getBot("1");
      assertThat(api.only().header("Authorization")).isEqualTo("Bearer mb_test_1");
      assertThat(api.only().path()).isEqualTo("/under/api/v1/jobs/1");
    }
  }

  @Test
  void withoutAKeyThereIsNoClient() {
    assertThatThrownBy(() -> MeetBot.builder().environment(name -> null).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("MEETBOT_API_KEY");
    assertThatThrownBy(() -> MeetBot.builder().environment(name -> " ").build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyThatNoHeaderHoldsIsRefusedAndNotTold() {
    assertThatThrownBy(() -> MeetBot.builder().apiKey("mb_live_secret\n").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void anAddressThatIsNoServersIsRefused() {
    for (String url : new String[] {"ftp://a", "meetbot", "https://u:p@host", "http://", "a b"}) {
      assertThatThrownBy(() -> MeetBot.builder().apiKey("k").baseUrl(url).build())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    MeetBotBuilder builder = MeetBot.builder();
    assertThatThrownBy(() -> builder.maxRetries(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.timeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.pollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsGoThroughTheProxy() {
    try (FakeApi proxy = new FakeApi();
        MeetBot bots =
            MeetBot.builder()
                .apiKey("mb_test_1")
                .baseUrl("http://meetbot.example")
                .proxy(ProxySelector.of(proxy.address()))
                .build()) {
      proxy.then(200, Jobs.of("1", "queued"));
      assertThat(bots.getBot("1")).isPresent();
      assertThat(proxy.only().header("Host")).isEqualTo("meetbot.example");
    }
  }

  @Test
  void secretsStandInNoText() {
    JoinConfig join = JoinConfig.builder().passcode("s3cret").build();
    DispatchRequest request =
        DispatchRequest.builder("lesson-1", "https://meet.example/?pwd=s3cret").join(join).build();
    assertThat(join.toString() + request).doesNotContain("s3cret");
    String job =
        "{\"id\":\"1\",\"status\":\"queued\",\"meetingUrl\":\"https://a/?pwd=s3cret\","
            + "\"webhooks\":{\"onFinalize\":\"https://a/s3cret\",\"version\":2}}";
    Job read = Json.read(job, Job.class);
    assertThat(read + " " + read.webhooks()).contains("queued").doesNotContain("s3cret");
    String manifest = "{\"job\":" + job + "}";
    assertThat(Json.read(manifest, Manifest.class).toString()).doesNotContain("s3cret");
    String secrets = "{\"id\":\"1\",\"apiKey\":\"s3cret\",\"webhookSecret\":\"s3cret\"}";
    assertThat(Json.read(secrets, NewApiKey.class).toString()).doesNotContain("s3cret");
    assertThat(Json.read(secrets, SecretRotation.class).toString()).doesNotContain("s3cret");
    String delivery = "{\"deliveryId\":\"d\",\"state\":\"dead\",\"url\":\"https://a/s3cret\"}";
    assertThat(Json.read(delivery, Delivery.class).toString()).doesNotContain("s3cret");
    assertThat(new Requests("https://a", "mb_live_s3cret").toString()).doesNotContain("s3cret");
  }
}
