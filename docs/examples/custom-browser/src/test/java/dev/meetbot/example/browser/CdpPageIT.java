package dev.meetbot.example.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.meetbot.spi.browser.BrowserDriver;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserOptions;
import dev.meetbot.spi.browser.BrowserSession;
import dev.meetbot.spi.browser.PageUnreachableException;
import dev.meetbot.tck.Await;
import dev.meetbot.tck.PageServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the contract leaves to the driver. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class CdpPageIT {
  private static final Duration LONG = Duration.ofSeconds(15);
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final BrowserDriver DRIVER =
      new CdpPlugin().open(CdpDriverIT.settings(CdpDriverIT.executable()));

  @AfterAll
  static void close() {
    DRIVER.close();
  }

  /** Chromium gives a frame of another site a process of its own. */
  @Test
  void scriptsAndFunctionsAreInFramesOfOtherSitesToo() {
    try (PageServer inner = new PageServer("<script>tell(location.host + window.init)</script>");
        PageServer outer =
            new PageServer("<iframe src='" + at("localhost", inner.url()) + "'></iframe>");
        BrowserSession session = DRIVER.launch(BrowserOptions.DEFAULTS)) {
      Queue<String> heard = new ConcurrentLinkedQueue<>();
      session.expose("tell", heard::add);
      session.addInitScript("window.init = ' with script'");
      session.page().open(outer.url(), LONG);
      Await.until("the frame speaks", LONG, () -> !heard.isEmpty());
      assertThat(heard)
          .containsExactly(at("localhost", inner.url()).getAuthority() + " with script");
    }
  }

  private static URI at(String host, URI url) {
    return URI.create("http://" + host + ":" + url.getPort() + "/");
  }

  @Test
  void localStorageOfASignedInAccountIsThereForItsOriginOnly() {
    try (PageServer mine = new PageServer("mine");
        PageServer other = new PageServer("other")) {
      String origin = "http://127.0.0.1:" + mine.url().getPort();
      String state =
          "{\"cookies\": [], \"origins\": [{\"origin\": \""
              + origin
              + "\", \"localStorage\": [{\"name\": \"token\", \"value\": \"t1\"}]}]}";
      try (BrowserSession session = DRIVER.launch(BrowserOptions.DEFAULTS.withSignedIn(state))) {
        String token = "() => localStorage.getItem('token')";
        session.page().open(mine.url(), LONG);
        assertThat(session.page().evaluate(token, "null", LONG)).isEqualTo("\"t1\"");
        session.page().open(other.url(), LONG);
        assertThat(session.page().evaluate(token, "null", LONG)).isEqualTo("null");
      }
    }
  }

  @Test
  void anAccountThatIsNotJsonIsAnErrorThatDoesNotTellIt() {
    BrowserOptions options = BrowserOptions.DEFAULTS.withSignedIn("my secret cookie");
    assertThatExceptionOfType(BrowserException.class)
        .isThrownBy(() -> DRIVER.launch(options).close())
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void aDialogDoesNotHoldThePageUp() {
    try (PageServer server = new PageServer("<script>window.said = confirm('Sure?')</script>");
        BrowserSession session = DRIVER.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      assertThat(session.page().evaluate("() => window.said", "null", LONG)).isEqualTo("false");
    }
  }

  @Test
  void aClickWaitsUntilNothingLiesOverTheElementAndFindsItInShadowRoots() {
    String page =
        """
        <x-y></x-y><div id=over style="position:fixed;inset:0;z-index:9"></div>
        <script>
          const root = document.querySelector('x-y').attachShadow({mode: 'open'});
          root.innerHTML = '<button class=in>In</button>';
          root.firstChild.onclick = () => document.title = 'clicked';
          setTimeout(() => document.getElementById('over').remove(), 600);
        </script>
        """;
    try (PageServer server = new PageServer(page);
        BrowserSession session = DRIVER.launch(BrowserOptions.DEFAULTS)) {
      session.page().open(server.url(), LONG);
      session.page().click("button.in", LONG);
      assertThat(session.page().evaluate("() => document.title", "null", LONG))
          .isEqualTo("\"clicked\"");
    }
  }

  @Test
  void whoIsNotReachedIsToldFromWhatIsWrongOtherwise() {
    try (BrowserSession session = DRIVER.launch(BrowserOptions.DEFAULTS)) {
      assertThatExceptionOfType(PageUnreachableException.class)
          .isThrownBy(
              () -> session.page().open(URI.create("http://nobody.invalid/?key=secret"), LONG))
          .withMessageContaining("http://nobody.invalid/")
          .withMessageNotContaining("secret");
      assertThatExceptionOfType(BrowserException.class)
          .isThrownBy(() -> session.page().press("NoSuchKey", LONG))
          .withMessageContaining("NoSuchKey");
    }
  }

  @Test
  void aMissingBrowserIsToldByTheHealthWithTheSettingsNameAndLeavesNoFiles() {
    long before = count(TEMPORARY);
    for (Map<String, String> wrong :
        List.of(
            Map.of("executable", "/no/such/chromium"), Map.of("endpoint", "http://127.0.0.1:1"))) {
      try (BrowserDriver driver = new CdpPlugin().open(CdpDriverIT.settings(wrong))) {
        assertThat(driver.health().ready()).isFalse();
        assertThat(driver.health().detail())
            .contains("meetbot.browser.cdp." + wrong.keySet().iterator().next());
        assertThatExceptionOfType(BrowserException.class)
            .isThrownBy(() -> driver.launch(BrowserOptions.DEFAULTS).close());
      }
    }
    assertThat(count(TEMPORARY)).isLessThanOrEqualTo(before);
  }

  @Test
  void aClosedSessionLeavesNoFiles() {
    long before = count(TEMPORARY);
    DRIVER.launch(BrowserOptions.DEFAULTS.withDevices(true)).close();
    assertThat(count(TEMPORARY)).isLessThanOrEqualTo(before);
  }

  private static long count(Path folder) {
    String[] names = folder.toFile().list((in, name) -> name.startsWith("meetbot-cdp-"));
    return names == null ? 0 : names.length;
  }
}
