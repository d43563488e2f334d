package dev.meetbot.engine;

import java.util.Map;

/**
 * An answer that can be given again.
 *
 * @param headers those that belong to the answer itself, such as {@code Location}
 */
public record StoredAnswer(int status, Map<String, String> headers, byte[] body) {
  public StoredAnswer {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  @Override
  public String toString() {
    return "StoredAnswer[" + status + ", " + body.length + " bytes]";
  }
}
