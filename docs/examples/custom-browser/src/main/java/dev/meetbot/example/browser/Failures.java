package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import dev.meetbot.spi.browser.BrowserGoneException;
import dev.meetbot.spi.browser.PageUnreachableException;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.regex.Pattern;

/** What the browser's words mean for a caller. Pure functions. */
final class Failures {
  private static final List<String> SIGNS_OF_THE_END =
      List.of("Session with given id not found", "Target closed", "Target crashed");

  /** The network's fault, and not that of the address, the page or the browser. */
  private static final Pattern NETWORK =
      Pattern.compile(
          "net::ERR_(CONNECTION_\\w+|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_TIMED_OUT"
              + "|INTERNET_DISCONNECTED|NETWORK_\\w+|ADDRESS_UNREACHABLE|TIMED_OUT|EMPTY_RESPONSE"
              + "|SOCKET_NOT_CONNECTED|PROXY_CONNECTION_FAILED)");

  private Failures() {}

  private static final List<String> SIGNS_OF_ANOTHER_DOCUMENT =
      List.of("Execution context was destroyed", "target navigated", "Cannot find context");

  /** Whether something failed because the document that it was in is no longer there. */
  static boolean documentWent(BrowserException failure) {
    String text = String.valueOf(failure.getMessage());
    return SIGNS_OF_ANOTHER_DOCUMENT.stream().anyMatch(text::contains);
  }

  /** The protocol refused a command. */
  static BrowserException refused(String method, String why) {
    String text = method + ": " + why;
    return SIGNS_OF_THE_END.stream().anyMatch(why::contains)
        ? new BrowserGoneException(text)
        : new BrowserException(text);
  }

  /** A page was not loaded. */
  static BrowserException notLoaded(String act, String error) {
    String text = act + ": " + error;
    return NETWORK.matcher(error).matches()
        ? new PageUnreachableException(text)
        : new BrowserException(text);
  }

  /** The first line of what a script threw. */
  static String thrown(JsonObject details) {
    JsonObject exception = details.getJsonObject("exception");
    String text = details.getString("text", "");
    if (exception != null) {
      text = exception.getString("description", exception.get("value") + "");
    }
    return text.lines().findFirst().orElse("");
  }
}
