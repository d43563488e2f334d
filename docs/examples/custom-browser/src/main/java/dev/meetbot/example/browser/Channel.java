package dev.meetbot.example.browser;

import dev.meetbot.spi.browser.BrowserException;
import jakarta.json.JsonObject;

/** One party at the other end of a connection: the browser itself, a page, or a frame. */
record Channel(Connection connection, String session) {
  /** Sends a command and waits for its result. */
  JsonObject call(Deadline deadline, String method, Object... parameters) {
    return deadline.await(connection.send(session, method, Json.object(parameters)));
  }

  /** Sends a command whose result nobody needs. */
  void tell(String method, Object... parameters) {
    connection.send(session, method, Json.object(parameters));
  }

  /** Runs an expression and waits for the text that it, or its promise, comes to. */
  String evaluate(Deadline deadline, String expression) {
    JsonObject answer =
        call(
            deadline,
            "Runtime.evaluate",
            "expression",
            expression,
            "awaitPromise",
            true,
            "returnByValue",
            true,
            // a person would have clicked: pages may then play, capture and open what needs it
            "userGesture",
            true);
    JsonObject details = answer.getJsonObject("exceptionDetails");
    if (details != null) {
      throw new BrowserException(deadline.act() + ": " + Failures.thrown(details));
    }
    return answer.getJsonObject("result").getString("value", "");
  }
}
