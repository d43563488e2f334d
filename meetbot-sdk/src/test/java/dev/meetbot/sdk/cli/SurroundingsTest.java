package dev.meetbot.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
  private static final URI PAGE = URI.create("https://a/cli-auth?user_code=A");

  @Test
  void the_browser_is_the_persons_or_the_systems() {
    Map<String, String> chosen = Map.of("BROWSER", "firefox  --new-window");
    assertThat(BrowserCommand.of(PAGE, "Linux", chosen::get))
        .containsExactly("firefox", "--new-window", PAGE.toString());
    assertThat(BrowserCommand.of(PAGE, "Linux", Map.of("DISPLAY", ":0")::get))
        .containsExactly("xdg-open", PAGE.toString());
    assertThat(BrowserCommand.of(PAGE, "Mac OS X", Map.<String, String>of()::get))
        .containsExactly("open", PAGE.toString());
    assertThat(BrowserCommand.of(PAGE, "Windows 11", Map.<String, String>of()::get))
        .containsExactly("rundll32", "url.dll,FileProtocolHandler", PAGE.toString());
  }

  @Test
  void without_a_screen_no_browser_is_started_in_the_terminal() {
    assertThat(BrowserCommand.of(PAGE, "Linux", Map.<String, String>of()::get)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "javascript:alert(1)", "-x", "mailto:a@b"})
  void only_pages_of_the_web_are_opened(String page) {
    assertThat(BrowserCommand.of(URI.create(page), "Mac OS X", Map.<String, String>of()::get))
        .isEmpty();
  }

  private static String proxy(Map<String, String> environment, String target) {
    return ProxyVariables.selector(environment::get)
        .map(selector -> selector.select(URI.create(target)))
        .map(chosen -> chosen.get(0))
        .filter(chosen -> chosen.type() == Proxy.Type.HTTP)
        .map(chosen -> (InetSocketAddress) chosen.address())
        .map(address -> address.getHostString() + ":" + address.getPort())
        .orElse("none");
  }

  @Test
  void proxies_come_from_the_variables_that_others_take_too() {
    Map<String, String> both =
        Map.of("HTTPS_PROXY", "http://p:8080/", "http_proxy", "q", "NO_PROXY", ".in.example, x");
    assertThat(proxy(both, "https://meet.example/")).isEqualTo("p:8080");
    assertThat(proxy(both, "http://meet.example/")).isEqualTo("q:80");
    assertThat(proxy(both, "https://a.in.example/")).isEqualTo("none");
    assertThat(proxy(both, "https://in.example/")).isEqualTo("none");
    assertThat(proxy(both, "https://notin.example/")).isEqualTo("p:8080");
    assertThat(proxy(both, "http://127.0.0.1:8080/")).isEqualTo("none");
    assertThat(proxy(Map.of("HTTPS_PROXY", "p", "NO_PROXY", "*"), "https://a/")).isEqualTo("none");
    assertThat(ProxyVariables.selector(Map.<String, String>of()::get)).isEmpty();
    ProxySelector bad =
        ProxyVariables.selector(Map.of("HTTPS_PROXY", "http://")::get).orElseThrow();
    assertThatThrownBy(() -> bad.select(PAGE)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://A.example/, https://a.example",
    "HTTP://localhost:8080//, http://localhost:8080",
    "https://a/under/, https://a/under"
  })
  void a_server_has_one_name(String typed, String known) {
    assertThat(ServerAddress.of(typed).url()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "ftp://a", "https://", "https://u:p@a", "https://a?b", "https://a#b", "a b"})
  void what_is_no_server_is_refused(String typed) {
    assertThatThrownBy(() -> ServerAddress.of(typed)).isInstanceOf(CliException.class);
  }

  @Test
  void a_key_in_clear_is_noticed() {
    assertThat(ServerAddress.of("http://a.example").isInClear()).isTrue();
    for (String fine : List.of("https://a.example", "http://localhost:1", "http://127.0.0.1")) {
      assertThat(ServerAddress.of(fine).isInClear()).isFalse();
    }
  }

  @Test
  void the_width_is_what_is_told_or_something_sensible() {
    assertThat(TerminalSearch.columns("120")).isEqualTo(120);
    assertThat(TerminalSearch.columns("wide")).isPositive();
  }
}
