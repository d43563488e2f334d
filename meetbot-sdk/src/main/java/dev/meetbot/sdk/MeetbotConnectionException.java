package dev.meetbot.sdk;

import org.jspecify.annotations.Nullable;

/**
 * No whole answer came: nobody listens, the connection broke, or what came was no HTTP. It was
 * tried again before. Whether the server acted on the request is unknown; with the same {@code
 * externalId} or idempotency key it may be sent again.
 */
public class MeetbotConnectionException extends MeetbotException {
  private static final long serialVersionUID = 1L;

  MeetbotConnectionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
