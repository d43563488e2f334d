package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * An account's cookies and local storage, in the format of Playwright's storage state. What else is
 * in there (IndexedDB) is passed over. Its text is a secret.
 */
record SignedIn(JsonObject state) {
  private static final List<String> OF_A_COOKIE =
      List.of("name", "value", "domain", "path", "httpOnly", "secure", "sameSite");
  private static final String EMPTY_PAGE =
      Base64.getEncoder().encodeToString("<!doctype html>".getBytes(StandardCharsets.UTF_8));

  static SignedIn parse(String text) {
    try {
      return new SignedIn(Json.parse(text));
    } catch (JsonException e) {
      // without its cause, which may quote the secret
      throw new BrowserException("the signed-in state is not JSON");
    }
  }

  private Stream<JsonObject> all(String name) {
    JsonArray values = state.getJsonArray(name);
    return values == null ? Stream.empty() : values.getValuesAs(JsonObject.class).stream();
  }

  void putCookies(Channel browser, String context, Deadline deadline) {
    JsonArray cookies = Json.array(all("cookies").map(SignedIn::cookie).toList());
    browser.call(deadline, "Storage.setCookies", "browserContextId", context, "cookies", cookies);
  }

  private static JsonObject cookie(JsonObject given) {
    List<Object> members = new ArrayList<>();
    OF_A_COOKIE.stream()
        .filter(given::containsKey)
        .forEach(name -> members.addAll(List.of(name, given.get(name))));
    // less than zero means: until the browser ends
    if (given.get("expires") instanceof JsonNumber expires && expires.doubleValue() >= 0) {
      members.addAll(List.of("expires", expires));
    }
    return Json.object(members.toArray());
  }

  /**
   * Local storage can only be written from a page of its origin: one is opened for each, whose
   * document we make ourselves, so that nobody on the network is asked.
   */
  void putLocalStorage(Channel page, CdpPage pages, Deadline deadline) {
    List<JsonObject> origins = all("origins").toList();
    if (origins.isEmpty()) {
      return;
    }
    Connection.Listener answerer =
        (session, method, event) -> {
          if (method.equals("Fetch.requestPaused") && session.equals(page.session())) {
            page.tell(
                "Fetch.fulfillRequest",
                "requestId",
                event.getString("requestId"),
                "responseCode",
                200,
                "body",
                EMPTY_PAGE);
          }
        };
    page.connection().listen(answerer);
    page.call(deadline, "Fetch.enable");
    for (JsonObject origin : origins) {
      pages.open(URI.create(origin.getString("origin")), deadline.left());
      pages.evaluate(
          "items => items.forEach(item => localStorage.setItem(item.name, item.value))",
          origin.getJsonArray("localStorage").toString(),
          deadline.left());
    }
    page.call(deadline, "Fetch.disable");
    page.connection().forget(answerer);
    pages.open(URI.create("about:blank"), deadline.left());
  }

  /** Without the account. */
  @Override
  public String toString() {
    return "SignedIn";
  }
}
