package dev.meetbot.provider.playwright;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.impl.TargetClosedError;
import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.PageTimeoutException;
import dev.meetbot.spi.browser.PageUnreachableException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what a failure of Playwright means for a caller. Pure functions. */
final class PlaywrightFailure {
  private static final Pattern WRAPPED = Pattern.compile("message='([^\n]*?)'?(?:\n|$)");
  private static final List<String> SIGNS_OF_THE_END =
      List.of(
          "Target crashed",
          "Page crashed",
          "pipe closed",
          "connection closed",
          "has been closed",
          "Browser closed");

  /** What Chromium says when the network is at fault, not the page, the address or itself. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "net::(ERR_(?:CONNECTION_[A-Z_]+|INTERNET_DISCONNECTED|NETWORK_[A-Z_]+|TIMED_OUT"
              + "|ADDRESS_UNREACHABLE|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|EMPTY_RESPONSE"
              + "|DNS_TIMED_OUT|SOCKET_NOT_CONNECTED|PROXY_CONNECTION_FAILED))\\b");

  private PlaywrightFailure() {}

  static BrowserException translate(String act, PlaywrightException failure) {
    String text = act + ": " + firstLine(Objects.requireNonNullElse(failure.getMessage(), ""));
    if (isEnd(failure)) {
      return new BrowserGoneException(text, failure);
    }
    Matcher network = NETWORK.matcher(text);
    if (network.find()) {
      return new PageUnreachableException(act + ": " + network.group(1), failure);
    }
    return failure instanceof TimeoutError
        ? new PageTimeoutException(text, failure)
        : new BrowserException(text, failure);
  }

  static boolean isEnd(PlaywrightException failure) {
    String message = Objects.requireNonNullElse(failure.getMessage(), "");
    return failure instanceof TargetClosedError
        || SIGNS_OF_THE_END.stream().anyMatch(message::contains);
  }

  /** Playwright wraps the page's words in a report with a stack and a log. */
  static String firstLine(String message) {
    Matcher wrapped = WRAPPED.matcher(message);
    return wrapped.find() ? wrapped.group(1) : message.lines().findFirst().orElse("");
  }
}
