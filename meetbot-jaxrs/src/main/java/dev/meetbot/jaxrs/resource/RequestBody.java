package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.error.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Bodies of requests: bounded, then JSON. */
public final class RequestBody {
  /** The longest body, in bytes. */
  public static final int MAX_BYTES = 1 << 20;

  private RequestBody() {}

  /**
   * The JSON object in the body.
   *
   * @param declaredLength as the header says; -1 when it says nothing
   * @throws jakarta.ws.rs.WebApplicationException 413 without reading on, 400 when it is not JSON
   *     or not an object
   */
  static JsonObject object(InputStream body, int declaredLength) throws IOException {
    return object(parse(bytes(body, declaredLength)));
  }

  /** The same, where a body without any bytes stands for an object without any fields. */
  static JsonObject objectOrNothing(InputStream body, int declaredLength) throws IOException {
    byte[] bytes = bytes(body, declaredLength);
    return bytes.length == 0 ? JsonValue.EMPTY_JSON_OBJECT : object(parse(bytes));
  }

  /**
   * The body as it is.
   *
   * @param declaredLength as the header says; -1 when it says nothing
   * @throws jakarta.ws.rs.WebApplicationException 413 without reading on
   */
  public static byte[] bytes(InputStream body, int declaredLength) throws IOException {
    if (declaredLength > MAX_BYTES) {
      throw tooLarge();
    }
    byte[] bytes = body.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    Issue issue = new Issue(List.of(), "invalid_type", "the body must be a JSON object");
    throw Problem.invalid(List.of(issue)).exception();
  }

  private static JsonValue parse(byte[] bytes) {
    try (JsonParser parser = Json.createParser(new ByteArrayInputStream(bytes))) {
      parser.next();
      JsonValue value = parser.getValue();
      if (parser.hasNext()) {
        throw invalid("the body goes on after its JSON");
      }
      return value;
    } catch (WebApplicationException e) {
      throw e;
    } catch (JsonParsingException e) {
      long line = e.getLocation().getLineNumber();
      long column = e.getLocation().getColumnNumber();
      String where = line > 0 ? " at line " + line + ", column " + column : "";
      throw invalid("the body is not JSON" + where);
    } catch (RuntimeException | StackOverflowError e) {
      // Parsers bound depth and size of numbers by exceptions of no particular type.
      throw invalid("the body is not JSON that can be read");
    }
  }

  private static WebApplicationException invalid(String message) {
    return Problem.of(400, "invalid_json", message).exception();
  }

  private static WebApplicationException tooLarge() {
    return Problem.of(413, "payload_too_large", "the body may have at most 1 MiB").exception();
  }
}
