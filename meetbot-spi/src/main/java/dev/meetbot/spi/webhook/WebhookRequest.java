package dev.meetbot.spi.webhook;

import java.net.URI;
import java.util.Map;

/** A signed message, ready to go. */
public record WebhookRequest(URI url, Map<String, String> headers, byte[] body) {
  public WebhookRequest {
    headers = Map.copyOf(headers);
  }
}
