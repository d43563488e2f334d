package dev.meetbot.jaxrs.resource;

import dev.meetbot.engine.BotVerbs;
import dev.meetbot.engine.Issue;
import dev.meetbot.jaxrs.error.Problem;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of verbs. */
final class VerbBody {
  private VerbBody() {}

  /**
   * Takes an empty body, or an object whose fields are ignored.
   *
   * @throws jakarta.ws.rs.WebApplicationException 400 for anything else
   */
  static void nothing(InputStream body, int declaredLength) throws IOException {
    RequestBody.objectOrNothing(body, declaredLength);
  }

  /**
   * The message to write.
   *
   * @throws jakarta.ws.rs.WebApplicationException 400 when it is missing, no text, or too long
   */
  static String message(InputStream body, int declaredLength) throws IOException {
    JsonObject object = RequestBody.object(body, declaredLength);
    List<Issue> issues = new ArrayList<>();
    String message = new JsonFields(object, issues).text("message");
    if (issues.isEmpty()) {
      check(message, issues);
    }
    if (!issues.isEmpty() || message == null) {
      throw Problem.invalid(issues).exception();
    }
    return message;
  }

  private static void check(@Nullable String message, List<Issue> issues) {
    List<String> path = List.of("message");
    if (message == null || message.isBlank()) {
      issues.add(new Issue(path, "required", "message is required"));
    } else if (message.length() > BotVerbs.MAX_MESSAGE) {
      String range = "message must have 1 to " + BotVerbs.MAX_MESSAGE + " characters";
      issues.add(new Issue(path, "invalid_length", range));
    } else if (message.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
      String text = "message must not hold control characters";
      issues.add(new Issue(path, "invalid_text", text));
    }
  }
}
