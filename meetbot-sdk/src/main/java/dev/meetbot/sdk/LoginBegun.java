package dev.meetbot.sdk;

import java.net.URI;
import java.time.Duration;

/**
 * What the server says of a login that has begun.
 *
 * @param nonce by which it is polled; a secret
 * @param interval between two polls, to begin with
 */
record LoginBegun(
    String nonce,
    String userCode,
    URI verificationUri,
    URI verificationUriComplete,
    Duration expiresIn,
    Duration interval) {
  // RFC 8628, 3.2: a client that is told of no interval takes 5 seconds
  private static final int DEFAULT_INTERVAL = 5;

  /**
   * Reads the answer.
   *
   * @throws MeetbotResponseException when it is another one
   */
  static LoginBegun of(String json) {
    EventFields fields = EventFields.of(json, "the beginning of a login");
    String page = fields.text("verificationUri");
    String complete = fields.findText("verificationUriComplete");
    return new LoginBegun(
        fields.text("nonce"),
        fields.text("userCode"),
        uri(page),
        uri(complete == null ? page : complete),
        Duration.ofSeconds(fields.number("expiresIn", 0)),
        Duration.ofSeconds(Math.max(1, fields.number("interval", DEFAULT_INTERVAL))));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new MeetbotResponseException("the page to approve at has no address", e);
    }
  }

  @Override
  public String toString() {
    return "LoginBegun[" + userCode + "]";
  }
}
