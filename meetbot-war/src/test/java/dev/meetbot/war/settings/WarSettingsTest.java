package dev.meetbot.war.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WarSettingsTest {
  private static final Path HOME = Path.of("/home/ann/.meetbot");

  private static WarSettings read(Map<SettingKey, String> given) {
    return WarSettings.read(given, HOME);
  }

  @Test
  void withNothingGivenItIsAMachineOfOnesOwn() {
    WarSettings settings = read(Map.of());
    assertThat(settings.data()).isEqualTo(HOME);
    assertThat(settings.artifacts().path()).isEqualTo(HOME.resolve("artifacts"));
    assertThat(settings.browser().loopbackMedia()).isTrue();
    assertThat(settings.webhooks().allowPrivateTargets()).isFalse();
    assertThat(settings.firstKeyFile()).isNull();
    assertThat(Authorities.publicUrl(settings, "")).isEqualTo(URI.create("http://127.0.0.1:8080/"));
  }

  @Test
  void boundToOthersLoopbackMediaIsOffUnlessAskedFor() {
    assertThat(read(Map.of(SettingKey.HOST, "0.0.0.0")).browser().loopbackMedia()).isFalse();
    assertThat(
            read(Map.of(SettingKey.HOST, "0.0.0.0", SettingKey.BROWSER_LOOPBACK_MEDIA, "true"))
                .browser()
                .loopbackMedia())
        .isTrue();
  }

  @Test
  void aBrowserArgumentWithBlanksStandsInQuotes() {
    String text = " --a=1 \"--rules=MAP * 127.0.0.1:1,EXCLUDE localhost\"  --b=\"x y\" ";
    assertThat(read(Map.of(SettingKey.BROWSER_ARGUMENTS, text)).browser().arguments())
        .containsExactly("--a=1", "--rules=MAP * 127.0.0.1:1,EXCLUDE localhost", "--b=x y");
  }

  @Test
  void everyWrongValueIsToldWithItsKey() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        SettingKey.MAX_BOTS, "many",
                        SettingKey.WEBHOOK_ALLOW_PRIVATE_TARGETS, "yes",
                        SettingKey.DRAIN_TIMEOUT, "soon",
                        SettingKey.PUBLIC_URL, "meet.example")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("meetbot.max-bots must be a whole number from 0 to 10000")
        .hasMessageContaining("meetbot.webhook.allow-private-targets must be true or false")
        .hasMessageContaining("meetbot.drain-timeout must be a duration")
        .hasMessageContaining("meetbot.public-url must be an absolute http or https address");
  }

  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "30s,PT30S", "2m,PT2M", "1h,PT1H", "1d,PT24H", "7,PT7S", "PT3M,PT3M"})
  void durationsHaveAUnit(String text, Duration expected) {
    assertThat(read(Map.of(SettingKey.DRAIN_TIMEOUT, text)).drainTimeout()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-1s", "1.5s", "1w", "-PT1S", "''"})
  void otherDurationsAreNone(String text) {
    assertThatThrownBy(() -> read(Map.of(SettingKey.DRAIN_TIMEOUT, text)))
        .isInstanceOf(SettingsException.class);
  }

  @Test
  void listsHaveCommas() {
    WarSettings settings =
        read(
            Map.of(
                SettingKey.WEBHOOK_RETRY_DELAYS, "1s, 2s,500ms",
                SettingKey.HTTP_MEETING_HOSTS, "lab.test:81, other.test"));
    assertThat(settings.webhooks().retryDelays())
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofMillis(500));
    assertThat(settings.meetingHosts()).containsExactlyInAnyOrder("lab.test:81", "other.test");
  }

  @Test
  void thePublicUrlFollowsFromTheListenerOrIsGiven() {
    WarSettings wildcard = read(Map.of(SettingKey.HOST, "::", SettingKey.PORT, "81"));
    assertThat(Authorities.publicUrl(wildcard, "/meetbot"))
        .isEqualTo(URI.create("http://127.0.0.1:81/meetbot/"));
    WarSettings given = read(Map.of(SettingKey.PUBLIC_URL, "https://bots.example/api"));
    assertThat(Authorities.publicUrl(given, "/ignored"))
        .isEqualTo(URI.create("https://bots.example/api/"));
  }

  @Test
  void ownAuthoritiesAreLoopbackListenerAndPublicName() {
    WarSettings settings =
        read(
            Map.of(
                SettingKey.HOST, "::1",
                SettingKey.PORT, "81",
                SettingKey.PUBLIC_URL, "https://bots.example/"));
    assertThat(Authorities.own(settings, Authorities.publicUrl(settings, "")))
        .containsExactlyInAnyOrder("127.0.0.1:81", "localhost:81", "[::1]:81", "bots.example");
  }

  @Test
  void aDatabaseServerNeedsItsAddress() {
    Map<SettingKey, String> given = new EnumMap<>(SettingKey.class);
    given.put(SettingKey.STORAGE_PROVIDER, "postgresql");
    assertThatThrownBy(() -> read(given)).hasMessageContaining("meetbot.storage.url");
    given.put(SettingKey.STORAGE_URL, "jdbc:other:hidden");
    assertThatThrownBy(() -> read(given))
        .hasMessageContaining("jdbc:postgresql:")
        .hasMessageNotContaining("hidden");
    given.put(SettingKey.STORAGE_URL, "jdbc:postgresql://db/meetbot?password=hidden");
    given.put(SettingKey.STORAGE_PASSWORD, "secret");
    WarSettings settings = read(given);
    assertThat(settings.storage().database())
        .isEqualTo(
            new StorageSettings.Database(
                "jdbc:postgresql://db/meetbot?password=hidden", null, "secret", 10));
    assertThat(settings.storage()).asString().doesNotContain("hidden").doesNotContain("secret");
  }

  @Test
  void aServersDataSourceNeedsItsName() {
    assertThatThrownBy(() -> read(Map.of(SettingKey.STORAGE_PROVIDER, "jndi")))
        .hasMessageContaining("meetbot.storage.jndi");
  }

  @Test
  void aMasterKeyIsSixtyFourDigitsAndNeverShown() {
    assertThatThrownBy(() -> read(Map.of(SettingKey.MASTER_KEY, "cafe")))
        .hasMessageContaining("meetbot.master-key")
        .hasMessageNotContaining("cafe");
    String key = "cafe".repeat(16);
    WarSettings settings = read(Map.of(SettingKey.MASTER_KEY, key));
    assertThat(settings.storage().masterKey()).isEqualTo(key);
    assertThat(settings).asString().doesNotContain("cafe");
  }
}
