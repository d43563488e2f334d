package dev.meetbot.provider.playwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.PageTimeoutException;
import dev.meetbot.spi.browser.PageUnreachableException;
import org.junit.jupiter.api.Test;

class PlaywrightFailureTest {
  @Test
  void the_pages_words_are_taken_out_of_playwrights_report() {
    assertThat(
            PlaywrightFailure.firstLine(
                "Error {\n  message='Error: it broke\n    at eval\n  name='Error\n}"))
        .isEqualTo("Error: it broke");
    assertThat(PlaywrightFailure.firstLine("plain\nmore")).isEqualTo("plain");
    assertThat(PlaywrightFailure.firstLine("")).isEmpty();
  }

  @Test
  void a_late_answer_a_dead_browser_and_anything_else_are_told_apart() {
    assertThat(PlaywrightFailure.translate("click", new TimeoutError("Timeout 5 ms")))
        .isInstanceOf(PageTimeoutException.class)
        .hasMessage("click: Timeout 5 ms");
    assertThat(PlaywrightFailure.translate("click", new PlaywrightException("Target crashed")))
        .isInstanceOf(BrowserGoneException.class);
    assertThat(
            PlaywrightFailure.translate(
                "click",
                new PlaywrightException("Failed to read message from driver, pipe closed")))
        .isInstanceOf(BrowserGoneException.class);
    assertThat(PlaywrightFailure.translate("click", new PlaywrightException("net::ERR_FAILED")))
        .isExactlyInstanceOf(BrowserException.class);
  }

  @Test
  void a_network_that_does_not_lead_to_the_page_is_not_our_own_fault() {
    assertThat(
            PlaywrightFailure.translate(
                "open https://meet.example/a",
                new PlaywrightException(
                    "net::ERR_CONNECTION_RESET at https://meet.example/a?pwd=secret")))
        .isInstanceOf(PageUnreachableException.class)
        .hasMessage("open https://meet.example/a: ERR_CONNECTION_RESET");
    assertThat(
            PlaywrightFailure.translate("open", new PlaywrightException("net::ERR_ABORTED at x")))
        .isExactlyInstanceOf(BrowserException.class);
  }
}
