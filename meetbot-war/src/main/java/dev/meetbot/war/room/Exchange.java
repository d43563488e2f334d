package dev.meetbot.war.room;

import jakarta.json.bind.JsonbException;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the resources share: bodies of bounded size, and the token out of its header. JSON is read
 * and written here and not by a provider, so that bad input is told alike on every server.
 */
final class Exchange {
  private static final int MAX_BODY = 64 * 1024;
  private static final String SCHEME = "Bearer ";

  private final RoomServer server;

  Exchange(ServletContext context) {
    server = RoomServer.of(context);
  }

  RoomServer server() {
    return server;
  }

  Room room(String name) {
    return server.rooms().require(name);
  }

  <T> T read(InputStream body, Class<T> type) {
    byte[] bytes;
    try {
      bytes = body.readNBytes(MAX_BODY + 1);
    } catch (IOException e) {
      throw RoomException.invalid("The body could not be read.");
    }
    if (bytes.length > MAX_BODY) {
      throw new RoomException(413, "body_too_large", "A body has at most 64 KiB.");
    }
    T value;
    try {
      value = server.jsonb().fromJson(new java.io.ByteArrayInputStream(bytes), type);
    } catch (JsonbException | IllegalStateException e) {
      throw RoomException.invalid("The body must be a JSON object with fields of the right type.");
    }
    if (value == null) {
      throw RoomException.invalid("The body must be a JSON object.");
    }
    return value;
  }

  Response json(Object value) {
    return Response.ok(server.jsonb().toJson(value), MediaType.APPLICATION_JSON_TYPE).build();
  }

  static Response done() {
    return Response.noContent().build();
  }

  static String token(@Nullable String authorization) {
    if (authorization == null
        || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw RoomException.unauthorized();
    }
    return authorization.substring(SCHEME.length()).strip();
  }
}
