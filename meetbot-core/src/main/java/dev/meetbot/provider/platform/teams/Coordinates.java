package dev.meetbot.provider.platform.teams;

import dev.meetbot.spi.meeting.MeetingUrl;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** How Teams' light web client names a meeting in its own address: JSON in Base64. Pure. */
final class Coordinates {
  private static final int MAX_LENGTH = 8192;

  private Coordinates() {}

  /** The meeting; empty when the text names none. */
  static Optional<MeetingUrl> parse(String host, String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      String plain = text.replace('-', '+').replace('_', '/').replace("=", "");
      String json = new String(Base64.getDecoder().decode(plain), StandardCharsets.UTF_8);
      try (JsonReader reader = Json.createReader(new StringReader(json))) {
        return read(host, reader.readObject());
      }
    } catch (IllegalArgumentException | JsonException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private static Optional<MeetingUrl> read(String host, JsonObject named) {
    String number = named.getString("meetingCode", "");
    if (number.matches("[0-9]{6,24}")) {
      String passcode = named.getString("passcode", "");
      return Optional.of(TeamsLink.numbered(host, number, Optional.of(passcode)));
    }
    JsonObject context =
        Json.createObjectBuilder()
            .add("Tid", named.getString("tenantId", ""))
            .add("Oid", named.getString("organizerId", ""))
            .build();
    return TeamsLink.threaded(
        host,
        named.getString("conversationId", ""),
        named.getString("messageId", "0"),
        context.getString("Tid").isEmpty() ? Optional.empty() : Optional.of(context.toString()));
  }
}
